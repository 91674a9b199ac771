using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine.Look;

/// <summary>Settings with what was asked of the look put in.</summary>
internal static class LookSettings
{
    /// <param name="palette">The colours of <see cref="LookOptions.Palette"/>, once a picture was looked at.</param>
    public static PaintingSettings Apply(LookOptions look, Palette? palette, PaintingSettings settings) => settings with
    {
        Drawer = look.Drawer ?? settings.Drawer,
        PixelSize = look.PixelSize ?? settings.PixelSize,
        Tile = look.Tile || settings.Tile,
        Transparent = look.Transparent || settings.Transparent,
        SolidWeight = look.SolidWeight ?? settings.SolidWeight,
        ImageLosses = Apply(look, palette, settings.ImageLosses),
    };

    private static ImageLossSettings Apply(LookOptions look, Palette? palette, ImageLossSettings settings) => settings with
    {
        Palette = palette is null ? settings.Palette : [.. palette.Colours.Select(colour => colour.ToString())],
        PaletteWeight = look.Palette?.Weight ?? settings.PaletteWeight,
        PaletteOnly = look.PaletteOnly || settings.PaletteOnly,
        Symmetry = look.Symmetry?.Axis ?? settings.Symmetry,
        SymmetryWeight = look.Symmetry?.Weight ?? settings.SymmetryWeight,
        SaturationWeight = look.Saturation ?? settings.SaturationWeight,
        SmoothnessWeight = look.Smoothness ?? settings.SmoothnessWeight,
        SmoothnessKeepsEdges = look.KeepEdges || settings.SmoothnessKeepsEdges,
        EdgeColour = look.Edge is { } edge ? Colour.Parse(edge.Text).ToString() : settings.EdgeColour,
        EdgeWidth = look.EdgeWidth ?? settings.EdgeWidth,
        EdgeWeight = look.Edge?.Weight ?? settings.EdgeWeight,
    };
}
