using VqganBot.Training.Clip;
using VqganBot.Training.Judge;
using VqganBot.Training.Vqgan;

namespace VqganBot.Training.Evaluation;

/// <summary>What was measured on the judge and on a pack's networks, before anything is painted.</summary>
internal sealed record PackFigures(
    int Renders,
    JudgeFigures JudgeOnNew,
    JudgeFigures JudgeOnHeldOut,
    ClipFigures ClipOnNew,
    ClipFigures ClipOnHeldOut,
    int Reconstructed,
    VqganFigures Vqgan);
