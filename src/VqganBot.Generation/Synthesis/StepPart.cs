namespace VqganBot.Generation.Synthesis;

/// <summary>The parts of a step, in their order; cutouts to backward come once for each batch of cutouts and each CLIP.</summary>
public enum StepPart
{
    Quantise,
    Decode,
    Cutouts,
    Clip,
    Loss,
    Backward,

    /// <summary>Optimiser, clamp, and the one copy of the figures to the processor.</summary>
    Update,
}
