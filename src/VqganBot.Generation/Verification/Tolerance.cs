namespace VqganBot.Generation.Verification;

/// <summary>How far float32 on one machine may be from float32 on another.</summary>
internal static class Tolerance
{
    /// <summary>Every output and gradient of one pass.</summary>
    public const double OnePass = 1e-4;

    /// <summary>Whole optimisation steps: Adam's first steps turn a rounding difference at a gradient near zero into a whole learning rate.</summary>
    public const double ManySteps = 1e-3;

    /// <summary>Indices and tokens.</summary>
    public const double Equal = 0;
}
