namespace VqganBot.Generation.Synthesis;

/// <summary>What is done to each view before CLIP sees it. A probability of 0 leaves that one out.</summary>
public sealed record AugmentationSettings
{
    public static AugmentationSettings None { get; } = new();

    public double AffineProbability { get; init; }

    /// <value>Rotation up to this many degrees to either side.</value>
    public double RotationDegrees { get; init; }

    /// <value>Shift along each axis up to this share of the side.</value>
    public double Translation { get; init; }

    /// <value>Horizontal shear up to this many degrees to either side.</value>
    public double ShearDegrees { get; init; }

    public double PerspectiveProbability { get; init; }

    /// <value>How far a corner may move inward: this share of half the side.</value>
    public double PerspectiveScale { get; init; }

    public double FlipProbability { get; init; }

    public double JitterProbability { get; init; }

    /// <value>Added to every channel, up to this much either way.</value>
    public double Brightness { get; init; }

    /// <value>The colours are multiplied by 1 ± this.</value>
    public double Contrast { get; init; }

    /// <value>The distance from grey is multiplied by 1 ± this.</value>
    public double Saturation { get; init; }

    /// <value>The hue turns up to this share of the whole circle.</value>
    public double Hue { get; init; }

    public double ErasingProbability { get; init; }

    /// <value>The least share of the view that is erased.</value>
    public double ErasingLeastArea { get; init; } = 0.1;

    /// <value>The greatest share of the view that is erased.</value>
    public double ErasingMostArea { get; init; } = 0.4;

    /// <value>One rectangle for all cutouts of a step (nerdyrodent) or one for each.</value>
    public bool ErasingSameForAll { get; init; }
}
