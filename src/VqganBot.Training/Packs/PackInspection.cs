using System.Globalization;
using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Packs;
using static TorchSharp.torch;

namespace VqganBot.Training.Packs;

/// <summary>Tells what is in a pack: its parts with shapes, parameters, bytes and training, and whether they fit together.</summary>
internal sealed class PackInspection(string folder, TextWriter output)
{
    /// <returns>Whether the pack can be used.</returns>
    public bool Write()
    {
        try
        {
            var manifest = ModelPackManifest.Read(folder);
            output.WriteLine($"{manifest.Name}: {manifest.Description}");
            output.WriteLine(Text($"  paints {manifest.DefaultSize[0]}x{manifest.DefaultSize[1]} in {manifest.DefaultSteps} steps of '{manifest.DefaultPreset}'"));
            using var pack = ModelPack.Load(folder, CPU);
            Parts(pack);
            Fit(pack);
            return true;
        }
        catch (Exception fault) when (fault is ModelPackException or CheckpointException)
        {
            output.WriteLine($"  unusable: {fault.Message}");
            return false;
        }
    }

    private void Parts(ModelPack pack)
    {
        var (manifest, config) = (pack.Manifest, pack.Vqgan.Config);
        var kind = config.Target[(config.Target.LastIndexOf('.') + 1)..];
        Part("VQGAN", manifest.Vqgan, pack.Vqgan, Text($"{kind}, {config.NEmbed} codes of {config.EmbedDim}, {config.DownsampleFactor}x{config.DownsampleFactor} pixels each; {config.Resolution} pixels a side, channels {config.Channels} x [{string.Join(",", config.ChannelMultipliers)}], {config.ResBlocks} blocks a level, patch {config.PatchSize}"));
        for (var i = 0; i < pack.Clips.Count; i++)
            Part("CLIP", manifest.Clip[i], pack.Clips[i], Shape(pack.Clips[i].Config));
        output.WriteLine(Text($"  tokenizer  {manifest.Tokenizer}, {Bytes(manifest.Tokenizer)}: {pack.Tokenizer.VocabSize} tokens"));
        if (pack.Prior is { } prior)
            Part("prior", manifest.Prior!, prior, Text($"{prior.Config.Layers} layers x {prior.Config.Width}, {prior.Config.Heads} heads, {prior.Config.Rows}x{prior.Config.Columns} places, conditions of {prior.Config.ConditionWidth}"));
    }

    private void Fit(ModelPack pack)
    {
        var factor = pack.Vqgan.Config.DownsampleFactor;
        if (pack.Manifest.DefaultSize.Any(side => side % factor != 0))
            output.WriteLine(Text($"  note: the default size is no multiple of {factor} and will be rounded down"));
        output.WriteLine(pack.Prior is { } prior
            ? Text($"  the parts fit; drafts are {prior.Config.Columns * factor}x{prior.Config.Rows * factor} pixels")
            : "  the parts fit; without a prior it cannot draft");
    }

    private void Part(string name, string file, nn.Module network, string shape)
    {
        var parameters = network.parameters().Sum(parameter => parameter.numel());
        output.WriteLine(Text($"  {name}  {file}, {Bytes(file)}, {parameters:N0} parameters: {shape}"));
        using var weights = Checkpoint.Open(Path.Combine(folder, file));
        if (TrainingFacts.OfPart(weights) is { } facts)
            output.WriteLine($"    trained on {facts.Data}: {facts}");
    }

    private static string Shape(ClipConfig config)
    {
        var tower = config.Vision switch
        {
            ModifiedResNetConfig resnet => $"ResNet [{string.Join(",", resnet.Blocks)}] x {resnet.Width}",
            VisionTransformerConfig vit => $"ViT {vit.Layers} x {vit.Width}, patch {vit.PatchSize}",
            _ => "unknown tower",
        };
        return Text($"{tower}, {config.InputResolution} pixels a side; texts of {config.ContextLength} tokens, {config.Text.Layers} x {config.Text.Width}; {config.EmbedDim} numbers");
    }

    private string Bytes(string file) => Text($"{new FileInfo(Path.Combine(folder, file)).Length:N0} bytes");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
