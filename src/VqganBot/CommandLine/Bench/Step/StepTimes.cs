namespace VqganBot.CommandLine.Bench;

/// <summary>The time of one step in seconds, part by part, in the order they run.</summary>
/// <param name="Processor">Processor time of the whole process, all threads: what other work on the machine changes least.</param>
/// <param name="Whole">The step's time where its parts were not timed, since waiting for a GPU after each would slow it.</param>
/// <param name="PeakMemory">The most bytes that the worker ever held, on its device.</param>
internal sealed record StepTimes(
    double Quantise, double Decode, double Cutouts, double Clip, double Loss, double Backward, double Update, double Processor,
    double? Whole = null, long? PeakMemory = null)
{
    public const string WholeName = "whole step";

    public double Total => Whole ?? Quantise + Decode + Cutouts + Clip + Loss + Backward + Update;

    public static readonly IReadOnlyList<(string Name, Func<StepTimes, double> Get)> Parts =
    [
        ("quantise", times => times.Quantise),
        ("decode", times => times.Decode),
        ("cutouts", times => times.Cutouts),
        ("CLIP", times => times.Clip),
        ("prompt loss", times => times.Loss),
        ("backward", times => times.Backward),
        ("Adam and clamp", times => times.Update),
        (WholeName, times => times.Total),
        ("processor time", times => times.Processor),
    ];
}
