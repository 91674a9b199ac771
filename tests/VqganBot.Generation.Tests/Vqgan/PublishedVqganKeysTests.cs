using TorchSharp;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Generation.Vqgan;

namespace VqganBot.Generation.Tests.Vqgan;

/// <summary>The names and shapes of taming's published models, against those of our network at the same dimensions.</summary>
public sealed class PublishedVqganKeysTests
{
    private static readonly VqganConfig F16 = new()
    {
        Target = "taming.models.vqgan.VQModel",
        EmbedDim = 256,
        NEmbed = 1024,
        ZChannels = 256,
        Resolution = 256,
        Channels = 128,
        ChannelMultipliers = [1, 1, 2, 2, 4],
        ResBlocks = 2,
        AttentionResolutions = [16],
    };

    private static readonly Dictionary<string, VqganConfig> Published = new()
    {
        ["f16_1024"] = F16,
        ["f16_16384"] = F16 with { NEmbed = 16384 },
        ["gumbel_f8_8192"] = F16 with { Target = "taming.models.vqgan.GumbelVQ", NEmbed = 8192, ChannelMultipliers = [1, 1, 2, 4], AttentionResolutions = [32] },
    };

    [Theory]
    [InlineData("f16_1024")]
    [InlineData("f16_16384")]
    [InlineData("gumbel_f8_8192")]
    public void StateDict_AtPublishedDimensions_HasThePublishedKeys(string name)
    {
        string[] lines = File.ReadAllLines(Golden.Shared($"design/keys/vqgan_{name}_keys.txt"));
        using DisposeScope scope = torch.NewDisposeScope();
        using var vqgan = new VqganModel(Published[name]);
        IEnumerable<string> ours = vqgan.state_dict().Select(pair => $"{pair.Key}\t[{string.Join(", ", pair.Value.shape)}]");

        Assert.Equal(lines.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
    }
}
