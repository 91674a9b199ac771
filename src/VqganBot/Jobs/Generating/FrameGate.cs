namespace VqganBot.Jobs;

/// <summary>Whether a picture of the painting is due: somebody wants one, and the last is old enough.</summary>
internal sealed class FrameGate(long job, IReadOnlyList<IJobReporter> reporters, TimeSpan interval, TimeProvider clock)
{
    private long? _last;

    public bool IsOpen()
    {
        if (_last is { } last && clock.GetElapsedTime(last) < interval) return false;
        if (!reporters.Any(reporter => reporter.WantsFrame(job))) return false;
        _last = clock.GetTimestamp();
        return true;
    }
}
