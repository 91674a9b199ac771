using VqganBot.CommandLine.Imagine.Look;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine;

/// <summary>What will be painted: what was asked for, else what the picture to repeat had, else what the model likes best.</summary>
internal static class RequestBuilder
{
    public static PaintingRequest Build(ImagineOptions options, ModelPackManifest manifest, SourceImages images, PaintingRequest? repeated)
    {
        var preset = options.Preset ?? repeated?.Preset ?? manifest.DefaultPreset;
        var settings = options.Preset is null && repeated is not null ? repeated.Settings : manifest.SettingsFor(preset);
        // The pack's own rate is one for its codes.
        if (options.Look.Drawer == DrawerKind.Pixel) settings = settings with { LearningRate = Presets.Get(preset).LearningRate };
        return (repeated ?? new PaintingRequest()) with
        {
            Prompt = options.Prompt ?? repeated?.Prompt ?? "",
            Width = options.Size?.Width ?? repeated?.Width ?? manifest.DefaultSize[0],
            Height = options.Size?.Height ?? repeated?.Height ?? manifest.DefaultSize[1],
            Steps = options.Steps ?? repeated?.Steps ?? manifest.DefaultSteps,
            Seed = options.Seed ?? repeated?.Seed ?? SeedSource.Draw(),
            Preset = preset,
            Model = manifest.Name,
            Clips = Clips(options, repeated),
            Spots = SpotReader.Read(options.Look) is { Count: > 0 } spots ? spots : repeated?.Spots ?? [],
            SpotMask = images.SpotMask,
            InitImage = images.Init,
            ImagePrompts = images.Prompts,
            // A draft is named by its number among those of its seed, its prompt and its sampling: others have another best.
            DraftNumber = options is { Seed: null, Prompt: null, Start: null, Drafts: null, Guidance: null } ? repeated?.DraftNumber : null,
            Settings = LookSettings.Apply(options.Look, images.Palette, settings) with
            {
                ClipWeights = options.Look.Clips.Count > 0 ? ClipWeights(options, manifest) : settings.ClipWeights,
                CutoutCount = options.Cutouts ?? settings.CutoutCount,
                LearningRate = options.LearningRate ?? settings.LearningRate,
                InitWeight = options.InitWeight ?? settings.InitWeight,
                StoryBlendSteps = options.StoryBlend ?? settings.StoryBlendSteps,
                InitialLatent = options.Start ?? settings.InitialLatent,
                DraftCandidates = options.Drafts ?? settings.DraftCandidates,
                DraftSampling = settings.DraftSampling with { Guidance = options.Guidance ?? settings.DraftSampling.Guidance },
                BestOf = options.BestOf ?? settings.BestOf,
                LowResolutionShare = options.LowResolution ?? settings.LowResolutionShare,
            },
        };
    }

    public static IReadOnlyList<string> Clips(ImagineOptions options, PaintingRequest? repeated) =>
        options.Look.Clips.Count > 0 ? [.. options.Look.Clips.Select(clip => clip.Text)] : repeated?.Clips ?? [];

    private static double[] ClipWeights(ImagineOptions options, ModelPackManifest manifest) =>
        [.. manifest.ClipWeights ?? manifest.Clip.Select(_ => 1.0), .. options.Look.Clips.Select(clip => clip.Weight)];

    /// <summary>How far to paint: an interrupted picture is repeated as far as it went, unless more or fewer steps are asked for.</summary>
    public static int StopAt(ImagineOptions options, PaintingRequest request, PaintingRecord? record) =>
        options.Steps is null && record is not null ? record.StepsDone : request.Steps;
}
