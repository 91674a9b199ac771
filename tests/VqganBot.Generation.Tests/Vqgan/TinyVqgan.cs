using TorchSharp;
using VqganBot.Generation.Vqgan;

namespace VqganBot.Generation.Tests.Vqgan;

/// <summary>VQGANs small enough for a test.</summary>
internal static class TinyVqgan
{
    public static readonly VqganConfig Plain = new()
    {
        Target = "taming.models.vqgan.VQModel",
        EmbedDim = 6,
        NEmbed = 40,
        ZChannels = 10,
        Resolution = 32,
        Channels = 32,
        ChannelMultipliers = [1, 2],
        ResBlocks = 1,
        AttentionResolutions = [16],
    };

    public static VqganModel Fresh(VqganConfig config)
    {
        torch.manual_seed(11);
        return new VqganModel(config);
    }

    public static torch.Tensor Image(long height, long width, long count = 1)
    {
        torch.manual_seed(13);
        return torch.rand([count, 3, height, width]) * 2 - 1;
    }
}
