using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Vqgan;

namespace VqganBot.Generation.Tests.Synthesis;

public sealed class MemoryEstimateTests
{
    private const long Weights = 240_000_000 * 4L;

    private static readonly VqganConfig Vqgan = new()
    {
        Target = "taming.models.vqgan.VQModel", EmbedDim = 256, NEmbed = 16384, ZChannels = 256, Resolution = 256,
        Channels = 128, ChannelMultipliers = [1, 1, 2, 2, 4], ResBlocks = 2, AttentionResolutions = [16],
    };

    private static readonly ClipConfig Clip = new(512, new VisionTransformerConfig(224, 32, 768, 12), new ClipTextConfig(77, 49408, 512, 12));

    [Fact]
    public void Bytes_OfThePublishedNetworksAt512_StayUnder8Gigabytes()
    {
        MemoryEstimate wide = At(512, Precision.Float32), narrow = At(512, new Precision { Narrow = torch.ScalarType.BFloat16 });
        Assert.InRange(wide.Bytes(32), 5_000_000_000, 8_000_000_000);
        Assert.True(narrow.Picture < 0.8 * wide.Picture);
        Assert.InRange(At(1024, Precision.Float32).Picture, 3.9 * wide.Picture, 5.5 * wide.Picture);
    }

    [Theory]
    [InlineData(40.0, 32)]
    [InlineData(1.25, 16)]
    [InlineData(1.01, 1)]
    [InlineData(0.1, 1)]
    public void CutoutsAtOnce_InLittleMemory_AreEvenPartsThatFit(double times, int atOnce)
    {
        MemoryEstimate estimate = new(0, 4_000_000_000, 40_000_000);
        long free = (long)(times * 4_000_000_000 / 0.9) + 1_000_000;
        Assert.Equal(atOnce, estimate.CutoutsAtOnce(32, free));
        Assert.Equal(times > 1, estimate.Fits(free));
    }

    private static MemoryEstimate At(int side, Precision precision) => MemoryEstimate.Of(Weights, Vqgan, [Clip], side, side, precision);
}
