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

    /// <summary>Coloured clouds (fractal Perlin noise), encoded.</summary>
    Perlin,
}
