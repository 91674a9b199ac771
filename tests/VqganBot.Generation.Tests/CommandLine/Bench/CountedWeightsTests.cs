using TorchSharp;
using TorchSharp.Modules;
using VqganBot.CommandLine.Bench;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Vqgan;

namespace VqganBot.Generation.Tests.CommandLine;

/// <summary>The operations counted a second way: by the weights that the networks really have, each applied to as many places as its name tells.</summary>
public sealed class CountedWeightsTests
{
    private const int Cells = 6, Views = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Decoder_ByItsWeights_HasTheSameCount(int patch)
    {
        var config = new VqganConfig
        {
            Target = "taming.models.vqgan.VQModel", EmbedDim = 4, NEmbed = 10, ZChannels = 8, Resolution = 32,
            Channels = 32, ChannelMultipliers = [1, 3, 2], ResBlocks = 1, AttentionResolutions = [8 / patch, 32 / patch], PatchSize = patch,
        };
        using var vqgan = new VqganModel(config);
        var expected = new FlopCount();
        foreach (var (name, weight) in Weights(vqgan).Where(pair => pair.Name.StartsWith("decoder.", StringComparison.Ordinal) || pair.Name.StartsWith("post_quant_conv", StringComparison.Ordinal)))
        {
            expected.Convolution(weight[1], weight[0], weight[2], Pixels(name));
            // Each attention has one q: its scores, and what they gather.
            if (!name.EndsWith(".q.weight", StringComparison.Ordinal)) continue;
            expected.Product(1, Pixels(name), weight[0], Pixels(name));
            expected.Product(1, weight[0], Pixels(name), Pixels(name));
        }

        var count = new FlopCount();
        StepFlops.Decoder(count, config, Cells);
        Assert.Equal((expected.Forward, expected.Backward), (count.Forward, count.Backward));
    }

    [Fact]
    public void ImageTower_ByItsWeights_HasTheSameCount()
    {
        var config = new VisionTransformerConfig(32, 8, 128, 2);
        using var clip = new ClipModel(new ClipConfig(16, config, new ClipTextConfig(8, 520, 64, 1)));
        var expected = new FlopCount();
        foreach (var (name, weight) in Weights(clip).Where(pair => pair.Name.StartsWith("visual.", StringComparison.Ordinal)))
        {
            if (name == "visual.conv1.weight") expected.Convolution(weight[1], weight[0], weight[2], Views * 16);
            else if (name == "visual.proj") expected.Linear(Views, weight[0], weight[1]);
            else if (name.Contains("resblocks", StringComparison.Ordinal)) expected.Linear(Views * 17, weight[1], weight[0]);
            if (!name.EndsWith("in_proj_weight", StringComparison.Ordinal)) continue;
            expected.Product(Views * 2, 17, 64, 17);
            expected.Product(Views * 2, 17, 17, 64);
        }

        var count = new FlopCount();
        StepFlops.ImageTower(count, config, 16, Views);
        Assert.Equal((expected.Forward, expected.Backward), (count.Forward, count.Backward));
    }

    // Level 2 is the lowest; an upsampling writes into the next level.
    private static double Pixels(string name)
    {
        var level = name.StartsWith("decoder.up.", StringComparison.Ordinal) ? name["decoder.up.".Length] - '0' : name.StartsWith("decoder.conv_out", StringComparison.Ordinal) ? 0 : 2;
        return Cells * Math.Pow(4, 2 - level + (name.Contains("upsample", StringComparison.Ordinal) ? 1 : 0));
    }

    // Gains and biases are vectors, and no arithmetic to speak of.
    private static IEnumerable<(string Name, long[] Shape)> Weights(torch.nn.Module network) =>
        network.named_parameters().Select(pair => (pair.name, pair.parameter.shape)).Where(pair => pair.shape.Length >= 2 && !pair.name.Contains("embedding", StringComparison.Ordinal));
}
