using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Bench;

/// <summary>Adds up the time between marks, part by part.</summary>
internal sealed class PartClock(TimeProvider clock)
{
    private readonly TimeSpan[] _times = new TimeSpan[Enum.GetValues<StepPart>().Length];

    private long _last = clock.GetTimestamp();

    private TimeSpan _processor = Environment.CpuUsage.TotalTime;

    public void Begin()
    {
        Array.Clear(_times);
        _last = clock.GetTimestamp();
        _processor = Environment.CpuUsage.TotalTime;
    }

    public void Mark(StepPart part)
    {
        var now = clock.GetTimestamp();
        _times[(int)part] += clock.GetElapsedTime(_last, now);
        _last = now;
    }

    public StepTimes Read() => new(
        Seconds(StepPart.Quantise), Seconds(StepPart.Decode), Seconds(StepPart.Cutouts), Seconds(StepPart.Clip),
        Seconds(StepPart.Loss), Seconds(StepPart.Backward), Seconds(StepPart.Update),
        (Environment.CpuUsage.TotalTime - _processor).TotalSeconds);

    private double Seconds(StepPart part) => _times[(int)part].TotalSeconds;
}
