using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Bench;

/// <summary>Adds up the time between marks, part by part.</summary>
/// <param name="synchronise">Waits until the device has done all it was given.</param>
internal sealed class PartClock(TimeProvider clock, Action synchronise)
{
    private readonly TimeSpan[] _times = new TimeSpan[Enum.GetValues<StepPart>().Length];

    private long _last = clock.GetTimestamp();

    private TimeSpan _processor = Environment.CpuUsage.TotalTime;

    public void Begin()
    {
        synchronise();
        Array.Clear(_times);
        _last = clock.GetTimestamp();
        _processor = Environment.CpuUsage.TotalTime;
    }

    public void Mark(StepPart part)
    {
        synchronise();
        var now = clock.GetTimestamp();
        _times[(int)part] += clock.GetElapsedTime(_last, now);
        _last = now;
    }

    public StepTimes Parts() => new(
        Seconds(StepPart.Quantise), Seconds(StepPart.Decode), Seconds(StepPart.Cutouts), Seconds(StepPart.Clip),
        Seconds(StepPart.Loss), Seconds(StepPart.Backward), Seconds(StepPart.Update), Processor);

    /// <summary>All that passed since <see cref="Begin"/>, whatever was marked.</summary>
    public StepTimes Whole() => new(0, 0, 0, 0, 0, 0, 0, Processor, _times.Sum(time => time.TotalSeconds));

    private double Processor => (Environment.CpuUsage.TotalTime - _processor).TotalSeconds;

    private double Seconds(StepPart part) => _times[(int)part].TotalSeconds;
}
