using VqganBot.Generation.Drafts;

namespace VqganBot.Generation.Synthesis;

/// <summary>What a request may ask for, checked before anything is allocated. The size is <see cref="Canvas"/>'s matter.</summary>
internal static class RequestRules
{
    internal const int MostSteps = 100_000;
    private const int MostCutouts = 1_024;
    private const int MostPixelSize = 256;
    private const double MostImageWeight = 1000;
    private const int MostClips = 16;
    private const int MostSpots = 16;
    private const int MostImagePrompts = 16;
    private const int MostNoisePrompts = 16;
    private const int MostStarts = 1_024;

    public static void Check(PaintingRequest request)
    {
        Range("steps", request.Steps, 1, MostSteps);
        Range("further CLIPs", request.Clips.Count, 0, MostClips);
        Range("spot prompts", request.Spots.Count, 0, MostSpots);
        Range("image prompts", request.ImagePrompts.Count, 0, MostImagePrompts);
        Range("noise prompts", request.NoisePrompts.Count, 0, MostNoisePrompts);
        foreach (double weight in request.ImagePrompts.Select(prompt => prompt.Weight).Concat(request.NoisePrompts.Select(prompt => prompt.Weight)))
            Range("weight of an image or noise prompt", weight, -PromptNumber.GreatestWeight, PromptNumber.GreatestWeight);
        foreach (double stop in request.ImagePrompts.Select(prompt => prompt.Stop).Where(stop => !double.IsNegativeInfinity(stop)))
            Range("stop of an image prompt", stop, -PromptNumber.GreatestWeight, PromptNumber.GreatestWeight);
        Check(request.Settings);
    }

    private static void Check(PaintingSettings settings)
    {
        Range("pixel size", settings.PixelSize, 1, MostPixelSize);
        Range("weight of what is solid", settings.SolidWeight, 0, MostImageWeight);
        foreach (double weight in settings.ClipWeights)
            Range("weight of a CLIP", weight, 0.001, 1000);
        Range("learning rate", settings.LearningRate, 1e-6, 100);
        Range("weight decay", settings.WeightDecay, 0, 10);
        Range("learning-rate drop factor", settings.LearningRateDropFactor, 1, 1e6);
        foreach (double drop in settings.LearningRateDrops)
            Range("place of a learning-rate drop", drop, 0, 1);
        Range("share the learning rate anneals to", settings.LearningRateAnnealTo, 0, 1);
        Range("cutouts", settings.CutoutCount, 1, MostCutouts);
        Range("cutouts at a time", settings.CutoutBatch, 0, MostCutouts);
        Range("cut power", settings.CutPower, 0, 100);
        Range("share of wide views", settings.WideShare, 0, 1);
        Range("least scale of a wide view", settings.WideLeastScale, 0.1, 1);
        Range("least area of a zoomed view", settings.ZoomLeastArea, 0.001, 1);
        Range("greatest area of a zoomed view", settings.ZoomMostArea, settings.ZoomLeastArea, 1);
        Range("aspect of a zoomed view", settings.ZoomMostAspect, 1, 4);
        Range("noise factor", settings.NoiseFactor, 0, 10);
        Range("weight of the init picture", settings.InitWeight, 0, 1e6);
        Range("weight of the latent's norm", settings.LatentNormWeight, 0, 1e6);
        Range("decay of the latent's norm", settings.LatentNormDecay, 0, 1);
        Range("decay of the latent's average", settings.LatentAverageDecay, 0, 0.99999);
        Range("steps until an early stop", settings.EarlyStopSteps, 0, MostSteps);
        Range("steps per phrase", settings.StepsPerPhrase, 0, MostSteps);
        Range("starts to choose from", settings.BestOf, 1, MostStarts);
        Range("drafts to choose from", settings.DraftCandidates, 1, DraftRequest.MostCandidates);
        DraftRules.Check(settings.DraftSampling);
        Range("share of the steps at half the size", settings.LowResolutionShare, 0, 1);
        Range("steps over which a phrase comes in", settings.StoryBlendSteps, 0, MostSteps);
        Range("steps until the same views come again", settings.ViewPeriod, 0, MostSteps);
        Check(settings.Augmentation);
        Check(settings.ImageLosses);
        if (settings.Transparent && settings.LowResolutionShare > 0)
            throw new PaintingRequestException("A transparent picture is painted in its full size from the first step: leave out the low resolution.");
        if (settings.ImageLosses.PaletteOnly && (settings.Drawer != DrawerKind.Pixel || settings.ImageLosses.Palette.Count == 0))
            throw new PaintingRequestException("Only coloured cells can be held to the colours of a palette: that needs the drawer Pixel, and a palette.");
        if (settings.WideAugmentation is { } wide)
            Check(wide);
    }

    private static void Check(AugmentationSettings settings)
    {
        Range("rotation in degrees", settings.RotationDegrees, 0, 180);
        Range("shift", settings.Translation, 0, 1);
        Range("shear in degrees", settings.ShearDegrees, 0, 60);
        Range("perspective scale", settings.PerspectiveScale, 0, 0.9);
        Range("brightness", settings.Brightness, 0, 1);
        Range("contrast", settings.Contrast, 0, 1);
        Range("saturation", settings.Saturation, 0, 1);
        Range("hue", settings.Hue, 0, 0.5);
        Range("least erased area", settings.ErasingLeastArea, 0, 1);
        Range("greatest erased area", settings.ErasingMostArea, settings.ErasingLeastArea, 1);
    }

    private static void Check(ImageLossSettings settings)
    {
        if (settings.Palette.Count > 0)
            Palette.Parse(settings.Palette);
        if (settings.EdgeColour is { } colour)
            Colour.Parse(colour);
        Range("weight of the palette", settings.PaletteWeight, 0, MostImageWeight);
        Range("weight of symmetry", settings.SymmetryWeight, 0, MostImageWeight);
        Range("weight of saturation", settings.SaturationWeight, -MostImageWeight, MostImageWeight);
        Range("weight of smoothness", settings.SmoothnessWeight, 0, MostImageWeight);
        Range("weight of the edge", settings.EdgeWeight, 0, MostImageWeight);
        Range("width of the edge", settings.EdgeWidth, 0.001, 0.5);
    }

    // A comparison with NaN is false, so NaN is out of every range.
    private static void Range(string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            throw new PaintingRequestException(FormattableString.Invariant($"The {name} must lie between {least} and {most}, not at {value}."));
    }
}
