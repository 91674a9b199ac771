namespace VqganBot.Generation.Synthesis;

/// <summary>Where a painting without an init image begins.</summary>
public enum InitialLatentKind
{
    /// <summary>A random row of the codebook in each cell (the references' default).</summary>
    RandomCodes,

    /// <summary>Each pixel its own colour, encoded.</summary>
    Pixels,

    /// <summary>A linear gradient of random direction in each channel, encoded.</summary>
    Gradient,

    /// <summary>A pale sheet, shaded from one tint at the top to another at the bottom, encoded: shapes stand out on it from the first steps.</summary>
    PaleGradient,

    /// <summary>Coloured clouds (fractal Perlin noise), encoded.</summary>
    Perlin,

    /// <summary>The best of some drafts of the pack's prior (<see cref="PaintingSettings.DraftCandidates"/>), which painting then refines; without a prior, where the preset begins.</summary>
    Draft,
}
