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
        return (repeated ?? new PaintingRequest()) with
        {
            Prompt = options.Prompt ?? repeated?.Prompt ?? "",
            Width = options.Size?.Width ?? repeated?.Width ?? manifest.DefaultSize[0],
            Height = options.Size?.Height ?? repeated?.Height ?? manifest.DefaultSize[1],
            Steps = options.Steps ?? repeated?.Steps ?? manifest.DefaultSteps,
            Seed = options.Seed ?? repeated?.Seed ?? SeedSource.Draw(),
            Preset = preset,
            Model = manifest.Name,
            InitImage = images.Init,
            ImagePrompts = images.Prompts,
            // A draft is named by its number among those of its seed, its prompt and its sampling: others have another best.
            DraftNumber = options is { Seed: null, Prompt: null, Start: null, Drafts: null, Guidance: null } ? repeated?.DraftNumber : null,
            Settings = settings with
            {
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

    /// <summary>How far to paint: an interrupted picture is repeated as far as it went, unless more or fewer steps are asked for.</summary>
    public static int StopAt(ImagineOptions options, PaintingRequest request, PaintingRecord? record) =>
        options.Steps is null && record is not null ? record.StepsDone : request.Steps;
}
