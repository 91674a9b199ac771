using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine.Look;

/// <summary>What was asked of the look of the picture beside its words; null where that was left to the preset.</summary>
internal sealed record LookOptions
{
    public static LookOptions None { get; } = new();

    // Lists are compared as objects: an empty one that was read is another than this.
    public bool IsEmpty => Spots.Count + SpotsOff.Count + Clips.Count == 0 && this with { Spots = None.Spots, SpotsOff = None.SpotsOff, Clips = None.Clips } == None;

    /// <summary>Further CLIPs, each with its weight.</summary>
    public IReadOnlyList<TextPrompt> Clips { get; init; } = [];

    public DrawerKind? Drawer { get; init; }

    public int? PixelSize { get; init; }

    /// <summary>The mask of spots without a place of their own: a file, or a place by name.</summary>
    public string? SpotMask { get; init; }

    /// <summary>Prompts for a part of the picture, "left=a star" or without a place.</summary>
    public IReadOnlyList<string> Spots { get; init; } = [];

    /// <summary>Prompts for all but a part of it.</summary>
    public IReadOnlyList<string> SpotsOff { get; init; } = [];

    public bool Tile { get; init; }

    public bool Transparent { get; init; }

    public double? SolidWeight { get; init; }

    /// <summary>Colours or the file of a picture, with a weight.</summary>
    public TextPrompt? Palette { get; init; }

    public bool PaletteOnly { get; init; }

    public (SymmetryAxis Axis, double Weight)? Symmetry { get; init; }

    public double? Saturation { get; init; }

    public double? Smoothness { get; init; }

    public bool KeepEdges { get; init; }

    /// <summary>A colour, with a weight.</summary>
    public TextPrompt? Edge { get; init; }

    public double? EdgeWidth { get; init; }
}
