using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Bench;

/// <summary>The two paintings of a prompt: as the bot paints it, and as generate.py does.</summary>
internal sealed class PaintRequests(PaintOptions options, ModelPackManifest manifest)
{
    private const string ReferencePreset = "nerdyrodent";

    public string Preset => options.Preset ?? manifest.DefaultPreset;

    public int Steps => options.Steps ?? manifest.DefaultSteps;

    public PaintingRequest Ours(string prompt)
    {
        var settings = manifest.SettingsFor(Preset);
        return Request(prompt, Steps, Preset, settings with
        {
            CutoutCount = options.Cutouts ?? settings.CutoutCount,
            LearningRate = options.LearningRate ?? settings.LearningRate,
            DraftCandidates = options.Drafts ?? settings.DraftCandidates,
        });
    }

    /// <summary>With cut method "original" generate.py neither augments nor adds noise (vqgan-clip.md 1.2).</summary>
    public PaintingRequest Reference(string prompt)
    {
        var settings = Presets.Get(ReferencePreset) with { ClipWeights = manifest.ClipWeights ?? [] };
        return Request(prompt, options.ReferenceSteps, ReferencePreset, options.ReferenceCuts == CutoutMethod.Original
            ? settings with { CutoutMethod = CutoutMethod.Original, Augmentation = AugmentationSettings.None, NoiseFactor = 0 }
            : settings);
    }

    private PaintingRequest Request(string prompt, int steps, string preset, PaintingSettings settings) => new()
    {
        Prompt = prompt,
        Width = options.Size?.Width ?? manifest.DefaultSize[0],
        Height = options.Size?.Height ?? manifest.DefaultSize[1],
        Steps = steps,
        Seed = options.Seed,
        Preset = preset,
        Settings = settings,
        Model = manifest.Name,
    };
}
