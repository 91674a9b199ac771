namespace VqganBot.Generation.Synthesis;

/// <summary>What is asked of the picture beside the prompts. A weight of 1 is felt beside one prompt of weight 1; what has neither weight nor value is left out.</summary>
public sealed record ImageLossSettings
{
    public static ImageLossSettings None { get; } = new();

    /// <value>The colours that pixels are drawn to, as <see cref="Colour"/> reads them; none leaves them free.</value>
    public IReadOnlyList<string> Palette { get; init; } = [];

    public double PaletteWeight { get; init; } = 1;

    /// <value>Whether cells have colours of the palette and no others (<see cref="DrawerKind.Pixel"/> only).</value>
    public bool PaletteOnly { get; init; }

    public SymmetryAxis Symmetry { get; init; }

    public double SymmetryWeight { get; init; } = 1;

    /// <value>Above 0 more colourful, below 0 greyer.</value>
    public double SaturationWeight { get; init; }

    public double SmoothnessWeight { get; init; }

    /// <value>Whether smoothness is asked of surfaces more than of what borders them.</value>
    public bool SmoothnessKeepsEdges { get; init; }

    /// <value>The colour of a frame around the picture; null leaves it free.</value>
    public string? EdgeColour { get; init; }

    /// <value>The frame's width as a share of the shorter side.</value>
    public double EdgeWidth { get; init; } = 0.1;

    public double EdgeWeight { get; init; } = 1;
}
