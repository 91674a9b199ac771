namespace VqganBot.CommandLine.Bench;

/// <summary>The time of one step in seconds, part by part, in the order they run.</summary>
/// <param name="Processor">Processor time of the whole process, all threads: what other work on the machine changes least.</param>
internal sealed record StepTimes(
    double Quantise, double Decode, double Cutouts, double Clip, double Loss, double Backward, double Update, double Processor)
{
    public double Total => Quantise + Decode + Cutouts + Clip + Loss + Backward + Update;

    public static readonly IReadOnlyList<(string Name, Func<StepTimes, double> Get)> Parts =
    [
        ("quantise", times => times.Quantise),
        ("decode", times => times.Decode),
        ("cutouts", times => times.Cutouts),
        ("CLIP", times => times.Clip),
        ("prompt loss", times => times.Loss),
        ("backward", times => times.Backward),
        ("Adam and clamp", times => times.Update),
        ("whole step", times => times.Total),
        ("processor time", times => times.Processor),
    ];
}
