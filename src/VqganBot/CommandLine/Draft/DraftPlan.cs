using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Draft;

/// <summary>What will be drafted: what was asked for, else what the model likes best; and what each draft becomes if it is painted on.</summary>
/// <param name="Painting">A painting that begins with the draft whose number it names; after no step at all it is the draft.</param>
internal sealed record DraftPlan(DraftRequest Request, PaintingRequest Painting)
{
    // A draft is there in a moment; painting, which takes longer anyway, chooses from more.
    private const int Quick = 24;

    private const int Tiles = 16;

    public static DraftPlan Of(DraftOptions options, ModelPack pack, IReadOnlyList<ImagePrompt> images)
    {
        var settings = pack.Manifest.SettingsFor(pack.Manifest.DefaultPreset);
        var sampling = pack.Manifest.Sampling();
        sampling = sampling with
        {
            Guidance = options.Guidance ?? sampling.Guidance,
            Temperature = options.Temperature ?? sampling.Temperature,
            TopK = options.TopK ?? sampling.TopK,
            TopP = options.TopP ?? sampling.TopP,
            Class = options.Class,
        };
        var candidates = options.Candidates ?? Math.Max(Math.Min(settings.DraftCandidates, Quick), options.Keep ?? 1);
        var request = new DraftRequest
        {
            Prompt = options.Prompt ?? "",
            ImagePrompts = images,
            Seed = options.Seed ?? SeedSource.Draw(),
            Candidates = candidates,
            Keep = options.Keep ?? (options.Grid ? Math.Min(Tiles, candidates) : 1),
            Size = options.Size is { } size ? (size.Width, size.Height) : null,
            Sampling = sampling,
        };
        return new DraftPlan(request, new PaintingRequest
        {
            Prompt = request.Prompt,
            ImagePrompts = images,
            Steps = pack.Manifest.DefaultSteps,
            Seed = request.Seed,
            Preset = pack.Manifest.DefaultPreset,
            Model = pack.Manifest.Name,
            Settings = settings with { InitialLatent = InitialLatentKind.Draft, DraftSampling = sampling, DraftAtFullSize = options.Size is not null },
        });
    }

    public PaintingRequest PaintingOf(Generation.Drafts.Draft draft) =>
        Painting with { Width = draft.Picture.Width, Height = draft.Picture.Height, DraftNumber = draft.Number };
}
