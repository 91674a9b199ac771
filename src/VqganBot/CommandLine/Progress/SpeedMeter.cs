namespace VqganBot.CommandLine.Progress;

/// <summary>Steps per second over the last twenty seconds, so that a changed load soon shows in the time left.</summary>
internal sealed class SpeedMeter(TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    private readonly Queue<(long At, int Step)> _marks = new();

    public double Mark(int step)
    {
        var now = clock.GetTimestamp();
        _marks.Enqueue((now, step));
        while (_marks.Count > 2 && clock.GetElapsedTime(_marks.Peek().At, now) > Window) _marks.Dequeue();
        var (at, first) = _marks.Peek();
        var seconds = clock.GetElapsedTime(at, now).TotalSeconds;
        return seconds > 0 ? (step - first) / seconds : 0;
    }
}
