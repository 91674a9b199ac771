using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Vqgan;

namespace VqganBot.Training.Packs;

/// <summary>Reads a VQGAN's dimensions from the shapes of its weights, under taming's names.</summary>
internal static class VqganShapes
{
    /// <param name="file">The weights.</param>
    /// <param name="resolution">The nominal resolution, which no shape tells; it names the levels that have attention.</param>
    public static VqganConfig Read(Checkpoint file, int resolution)
    {
        var first = Shape("encoder.conv_in.weight");
        var (channels, patch) = ((int)first[0], (int)Math.Round(Math.Sqrt(first[1] / 3.0)));
        var levels = Count(level => $"encoder.down.{level}.block.0.conv1.weight");
        var isGumbel = file.Tensors.ContainsKey("quantize.proj.weight");
        return new VqganConfig
        {
            Target = isGumbel ? PackNetworks.Gumbel : PackNetworks.Plain,
            EmbedDim = (int)Shape("quant_conv.weight")[0],
            NEmbed = (int)Shape(isGumbel ? "quantize.embed.weight" : "quantize.embedding.weight")[0],
            ZChannels = (int)Shape("encoder.conv_out.weight")[0],
            Resolution = resolution,
            Channels = channels,
            ChannelMultipliers = [.. Enumerable.Range(0, levels).Select(level => (int)Shape($"encoder.down.{level}.block.0.conv1.weight")[0] / channels)],
            ResBlocks = Count(block => $"encoder.down.0.block.{block}.conv1.weight"),
            AttentionResolutions = [.. Enumerable.Range(0, levels)
                .Where(level => file.Tensors.ContainsKey($"encoder.down.{level}.attn.0.norm.weight"))
                .Select(level => (resolution / patch) >> level)],
            PatchSize = patch,
        };

        int Count(Func<int, string> key)
        {
            var count = 0;
            while (file.Tensors.ContainsKey(key(count)))
                count++;
            return count;
        }

        long[] Shape(string key) => file.Tensors.TryGetValue(key, out var info)
            ? info.Shape
            : throw new CheckpointException(file.File, key, "it is missing, so this is no state of a VQGAN training");
    }
}
