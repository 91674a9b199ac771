using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Jobs;

/// <summary>From an order, and what memory allows of it, to what is painted.</summary>
internal static class OrderRequest
{
    private const double DefaultStrength = 0.6;
    private const double LeastLearningRate = 1e-6;

    public static PaintingRequest Of(Job job, int tile, ModelPackManifest manifest, Rgb24Image? startImage, IReadOnlyList<ImagePrompt> imagePrompts)
    {
        var order = job.Order;
        var settings = manifest.SettingsFor(order.Preset);
        var shrunk = job.Reductions > 1 && order.Kind == JobKind.Imagine ? 0.75 : 1;
        return new PaintingRequest
        {
            Prompt = PromptComposer.Compose(order),
            Width = (int)(order.Width * shrunk),
            Height = (int)(order.Height * shrunk),
            Steps = order.Steps,
            Seed = unchecked(order.Seed + (ulong)(tile - 1)),
            Preset = order.Preset,
            Model = manifest.Name,
            InitImage = startImage,
            ImagePrompts = imagePrompts,
            Settings = Reduced(job, startImage is null ? settings : NearStart(settings, StrengthOf(order))),
        };
    }

    public static double StrengthOf(JobOrder order) => Math.Clamp(order.Strength ?? DefaultStrength, 0, 1);

    public static PaintingSettings Reduced(Job job, PaintingSettings settings) =>
        job.Reductions > 0 ? settings with { CutoutCount = Math.Max(1, settings.CutoutCount / 2) } : settings;

    /// <summary>Steps shorter by the strength keep a variation as far from its parent as it began.</summary>
    public static PaintingSettings NearParent(PaintingSettings settings, double strength) => Slower(settings, strength);

    /// <summary>
    /// A start image and a prompt that wants something else pull further apart. Squared, the strengths from 0.2 to 1 spread
    /// evenly: with toybox a picture ends 28, 42, 60, 69 and 101 grey levels away from its start at 0.2, 0.3, 0.5, 0.7 and 1.
    /// </summary>
    private static PaintingSettings NearStart(PaintingSettings settings, double strength) => Slower(settings, strength * strength);

    private static PaintingSettings Slower(PaintingSettings settings, double share) =>
        settings with { LearningRate = Math.Max(LeastLearningRate, settings.LearningRate * share) };
}
