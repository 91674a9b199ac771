using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Vqgan;

namespace VqganBot.CommandLine.Bench;

/// <summary>A pack of published size with random weights: what a step costs does not depend on what was learnt.</summary>
internal static class BenchModel
{
    private const int ContextLength = 77;

    public static ModelPack Create(BenchShapes shapes, BenchDevice device)
    {
        var tokenizer = EmptyTokenizer();
        var clip = new ClipModel(new ClipConfig(
            shapes.Clip.EmbedDim,
            ImageTower(shapes.Clip),
            // It reads the prompt once, before the steps: the smallest will do.
            new ClipTextConfig(ContextLength, tokenizer.VocabSize, Width: 64, Layers: 1)));
        var vqgan = new VqganModel(Vqgan(shapes.Vqgan));
        clip.to(device.Device);
        vqgan.to(device.Device);
        var pack = new ModelPack(Manifest(shapes), vqgan, [clip], tokenizer, device.Device);
        pack.ComputeIn(Precision.For(device.Precision, DeviceFacts.Of(device.Device)));
        return pack;
    }

    public static VisionTransformerConfig ImageTower(ClipShape shape) => new(shape.Resolution, shape.Patch, shape.Width, shape.Layers);

    public static VqganConfig Vqgan(VqganShape shape) => new()
    {
        Target = "taming.models.vqgan.VQModel",
        EmbedDim = shape.CodeWidth,
        NEmbed = shape.Codes,
        ZChannels = 256,
        Resolution = 256,
        Channels = shape.Channels,
        ChannelMultipliers = shape.Multipliers,
        ResBlocks = 2,
        AttentionResolutions = [shape.AttentionResolution],
    };

    private static ModelPackManifest Manifest(BenchShapes shapes) => new()
    {
        Name = shapes.Name, Vqgan = "", VqganConfig = "", Clip = [""], Tokenizer = "",
    };

    // Without merges every text is bytes, which is all a prompt needs to be here.
    private static ClipTokenizer EmptyTokenizer()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "#version: 0.2\n");
            return ClipTokenizer.FromMerges(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
