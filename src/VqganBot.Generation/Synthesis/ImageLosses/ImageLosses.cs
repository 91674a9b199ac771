namespace VqganBot.Generation.Synthesis;

/// <summary>From settings to what they ask of the picture.</summary>
internal static class ImageLosses
{
    public static IReadOnlyList<IImageLoss> Of(PaintingSettings settings) => settings is { Transparent: true, SolidWeight: > 0 }
        ? [.. Of(settings.ImageLosses), new SolidLoss(settings.SolidWeight)]
        : Of(settings.ImageLosses);

    public static IReadOnlyList<IImageLoss> Of(ImageLossSettings settings)
    {
        List<IImageLoss> losses = [];
        if (settings.Palette.Count > 0 && settings.PaletteWeight > 0)
            losses.Add(new PaletteLoss(Palette.Parse(settings.Palette), settings.PaletteWeight));
        if (settings.Symmetry != SymmetryAxis.None && settings.SymmetryWeight > 0)
            losses.Add(new SymmetryLoss(settings.Symmetry, settings.SymmetryWeight));
        if (settings.SaturationWeight != 0)
            losses.Add(new SaturationLoss(settings.SaturationWeight));
        if (settings.SmoothnessWeight > 0)
            losses.Add(new SmoothnessLoss(settings.SmoothnessWeight, settings.SmoothnessKeepsEdges));
        if (settings.EdgeColour is { } colour && settings.EdgeWeight > 0)
            losses.Add(new EdgeLoss(Colour.Parse(colour), settings.EdgeWidth, settings.EdgeWeight));
        return losses;
    }
}
