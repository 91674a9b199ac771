using VqganBot.CommandLine.Options;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Vqgan;

namespace VqganBot.CommandLine.Bench;

/// <summary>
/// What one step has to compute, from the shapes of the networks: convolutions, linear layers, attention and the nearest
/// codes. Norms, activations and cutouts are left out; beside these they are no arithmetic to speak of.
/// </summary>
internal static class StepFlops
{
    public static double Of(VqganConfig vqgan, VisionTransformerConfig tower, int embedDim, PictureSize size, int cutouts)
    {
        var (columns, rows) = (size.Width / vqgan.DownsampleFactor, size.Height / vqgan.DownsampleFactor);
        var count = new FlopCount();
        count.Lookup(rows * columns, vqgan.EmbedDim, vqgan.NEmbed);
        Decoder(count, vqgan, rows * columns);
        ImageTower(count, tower, embedDim, cutouts);
        return count.Total;
    }

    /// <summary>VqganModel.decode of one picture of so many cells.</summary>
    public static void Decoder(FlopCount count, VqganConfig config, double cells)
    {
        var levels = config.ChannelMultipliers.Count;
        var (pixels, resolution) = (cells, config.Resolution / config.PatchSize >> (levels - 1));
        double channels = config.Channels * config.ChannelMultipliers[^1];
        count.Convolution(config.EmbedDim, config.ZChannels, 1, pixels);
        count.Convolution(config.ZChannels, channels, 3, pixels);
        ResidualBlock(count, channels, channels, pixels);
        Attention(count, channels, pixels);
        ResidualBlock(count, channels, channels, pixels);
        for (var level = levels - 1; level >= 0; level--)
        {
            double next = config.Channels * config.ChannelMultipliers[level];
            for (var block = 0; block <= config.ResBlocks; block++)
            {
                ResidualBlock(count, channels, next, pixels);
                if (config.AttentionResolutions.Contains(resolution)) Attention(count, next, pixels);
                channels = next;
            }

            if (level == 0) break;
            (pixels, resolution) = (pixels * 4, resolution * 2);
            count.Convolution(channels, channels, 3, pixels);
        }

        count.Convolution(channels, config.OutChannels * config.PatchSize * config.PatchSize, 3, pixels);
    }

    /// <summary>ClipModel.encode_image of so many views.</summary>
    public static void ImageTower(FlopCount count, VisionTransformerConfig config, double embedDim, double views)
    {
        double patches = config.Grid * config.Grid, tokens = patches + 1, width = config.Width;
        count.Convolution(3, width, config.PatchSize, views * patches);
        for (var layer = 0; layer < config.Layers; layer++)
        {
            count.Linear(views * tokens, width, 3 * width);
            count.Product(views * config.Heads, tokens, width / config.Heads, tokens);
            count.Product(views * config.Heads, tokens, tokens, width / config.Heads);
            count.Linear(views * tokens, width, width);
            count.Linear(views * tokens, width, config.MlpWidth);
            count.Linear(views * tokens, config.MlpWidth, width);
        }

        count.Linear(views, width, embedDim);
    }

    private static void ResidualBlock(FlopCount count, double channels, double next, double pixels)
    {
        count.Convolution(channels, next, 3, pixels);
        count.Convolution(next, next, 3, pixels);
        if (channels != next) count.Convolution(channels, next, 1, pixels);
    }

    private static void Attention(FlopCount count, double channels, double pixels)
    {
        for (var layer = 0; layer < 4; layer++) count.Convolution(channels, channels, 1, pixels);
        count.Product(1, pixels, channels, pixels);
        count.Product(1, channels, pixels, pixels);
    }
}
