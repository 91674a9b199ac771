using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Jobs;

/// <summary>From an order, and what memory allows of it, to what is painted.</summary>
internal static class OrderRequest
{
    private const double DefaultStrength = 0.6;

    public static PaintingRequest Of(Job job, int tile, ModelPackManifest manifest, Rgb24Image? startImage)
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
            Settings = Reduced(job, startImage is null ? settings : Nearer(settings, StrengthOf(order))),
        };
    }

    public static double StrengthOf(JobOrder order) => Math.Clamp(order.Strength ?? DefaultStrength, 0, 1);

    public static PaintingSettings Reduced(Job job, PaintingSettings settings) =>
        job.Reductions > 0 ? settings with { CutoutCount = Math.Max(1, settings.CutoutCount / 2) } : settings;

    /// <summary>Settings that stay nearer to where the painting began, the less strength is asked for; 1 changes nothing.</summary>
    public static PaintingSettings Nearer(PaintingSettings settings, double strength) =>
        settings with { LearningRate = Math.Max(1e-6, settings.LearningRate * strength) };
}
