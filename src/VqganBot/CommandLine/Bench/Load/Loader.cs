using System.Globalization;
using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Transformer;
using VqganBot.Generation.Vqgan;

namespace VqganBot.CommandLine.Bench;

/// <summary>
/// The process that is timed: it says what it has reached, a line each, and reads no clock; whoever started it does, from
/// before there was a process.
/// </summary>
internal sealed class Loader(LoadOptions options, CommandContext context)
{
    public int Run(bool parts)
    {
        Say(LoadMilestones.Program);
        torch.set_num_threads(options.Threads);
        var device = BenchDevice.Find(options.Device, options.Precision);
        Say(LoadMilestones.Engine);
        if (parts) LoadParts(device.Device);
        else PaintFirst(device);
        Say(string.Create(CultureInfo.InvariantCulture, $"{LoadMilestones.Memory} {ResidentPeak.Read() ?? 0}"));
        return ExitCodes.Done;
    }

    private void PaintFirst(BenchDevice device)
    {
        using var pack = ModelPack.Load(options.Model, device.Device, device.Precision);
        Say(LoadMilestones.Model);
        var manifest = pack.Manifest;
        using var painting = new Painter(pack).Start(new PaintingRequest
        {
            Prompt = BenchPrompts.All[0],
            Width = options.Size?.Width ?? manifest.DefaultSize[0],
            Height = options.Size?.Height ?? manifest.DefaultSize[1],
            Steps = manifest.DefaultSteps,
            Preset = manifest.DefaultPreset,
            Settings = manifest.SettingsFor(manifest.DefaultPreset),
            Model = manifest.Name,
        });
        painting.Render();
        Say(LoadMilestones.FirstPreview);
        painting.Advance();
        device.Synchronise();
        Say(LoadMilestones.FirstStep);
    }

    private void LoadParts(torch.Device device)
    {
        var manifest = ModelPackManifest.Read(options.Model);
        _ = ClipTokenizer.FromMerges(In(manifest.Tokenizer));
        Say(manifest.Tokenizer);
        using var vqgan = VqganModel.Load(In(manifest.VqganConfig), In(manifest.Vqgan)).to(device);
        Say(manifest.Vqgan);
        foreach (var file in manifest.Clip)
        {
            using var clip = ClipModel.Load(In(file)).to(device);
            Say(file);
        }

        if (manifest.Prior is not { } drafter) return;
        using IDisposable prior = CheckpointInspector.Inspect(In(drafter)).Kind == CheckpointKind.Net2Net
            ? Net2Net.Load(In(manifest.VqganConfig), In(drafter), device)
            : Prior.Load(In(drafter)).to(device);
        Say(drafter);
    }

    private string In(string file) => Path.Combine(options.Model, file);

    private void Say(string milestone)
    {
        context.Out.WriteLine(milestone);
        context.Out.Flush();
    }
}
