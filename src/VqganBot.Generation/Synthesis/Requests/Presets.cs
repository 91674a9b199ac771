namespace VqganBot.Generation.Synthesis;

/// <summary>The named settings (vqgan-clip.md, tables 1.2, 1.3 and 1.5), in one table.</summary>
public static class Presets
{
    public const string Default = "best";

    // Where these part from kornia 0.5.4 as nerdyrodent ran it: shifts go along both axes (a scalar translate made them
    // vertical only), one sampling does all geometry, and colours are not clamped after each change (that blocks gradients).
    private static readonly AugmentationSettings Nerdyrodent = new()
    {
        AffineProbability = 0.7, RotationDegrees = 15, Translation = 0.1, ShearDegrees = 5,
        PerspectiveProbability = 0.7, PerspectiveScale = 0.7,
        JitterProbability = 0.7, Brightness = 0.1, Contrast = 0.1, Saturation = 0.1, Hue = 0.1,
        ErasingProbability = 0.7, ErasingSameForAll = true,
    };

    private static readonly AugmentationSettings PixrayZoom = new()
    {
        PerspectiveProbability = 0.7, PerspectiveScale = 0.4,
        JitterProbability = 0.8, Saturation = 0.1, Hue = 0.1,
    };

    private static readonly AugmentationSettings BestZoom = new()
    {
        AffineProbability = 0.5, RotationDegrees = 10, Translation = 0.05,
        PerspectiveProbability = 0.5, PerspectiveScale = 0.3,
        JitterProbability = 0.7, Brightness = 0.05, Contrast = 0.1, Saturation = 0.1, Hue = 0.02,
    };

    private static readonly Dictionary<string, PaintingSettings> Table = new(StringComparer.OrdinalIgnoreCase)
    {
        ["crowson"] = new PaintingSettings(),

        ["nerdyrodent"] = new PaintingSettings
        {
            LearningRate = 0.1,
            CutoutMethod = CutoutMethod.Pooling, CutoutCount = 32,
            Augmentation = Nerdyrodent, NoiseFactor = 0.1,
        },

        // Its init_weight is 1.5 by a spherical distance; ours is the distance of the latents, so it begins at 0.
        ["pixray"] = new PaintingSettings
        {
            LearningRate = 0.2, LearningRateDrops = [0.75],
            CutoutMethod = CutoutMethod.Best, CutoutCount = 30,
            WideShare = 0.4, WideLeastScale = 0.95, ZoomLeastArea = 0.25, ZoomMostArea = 0.95, ZoomMostAspect = 1.2,
            Fill = ViewFill.Reflection, WideFill = ViewFill.RandomGrey,
            Augmentation = PixrayZoom, WideAugmentation = PixrayZoom with { PerspectiveScale = 0.2 }, NoiseFactor = 0.1,
            InitialLatent = InitialLatentKind.Perlin,
        },

        ["best"] = new PaintingSettings
        {
            LearningRate = 0.1, LearningRateAnnealTo = 0.1, InitialLatent = InitialLatentKind.Gradient,
            CutoutMethod = CutoutMethod.Best, CutoutCount = 16,
            WideShare = 0.5, WideLeastScale = 0.9, ZoomLeastArea = 0.4, ZoomMostArea = 0.95, ZoomMostAspect = 1.1,
            Fill = ViewFill.Reflection, WideFill = ViewFill.Reflection,
            Augmentation = BestZoom, WideAugmentation = BestZoom with { PerspectiveScale = 0.2 }, NoiseFactor = 0.05,
            LatentAverageDecay = 0.9,
        },
    };

    public static IReadOnlyList<string> Names { get; } = [.. Table.Keys];

    /// <exception cref="PaintingRequestException">There is no preset of that name.</exception>
    public static PaintingSettings Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Table.TryGetValue(name, out PaintingSettings? settings)
            ? settings
            : throw new PaintingRequestException($"There is no preset '{name}'; there are {string.Join(", ", Names)}.");
    }
}
