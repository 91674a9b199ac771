namespace VqganBot.Jobs;

/// <summary>Measures how fast is painted, and tells from it how long a job will take.</summary>
internal sealed class SpeedGauge(QueueMemory memory)
{
    private const string DraftMark = " drafts";

    // What was measured so long ago counts half.
    private static readonly TimeSpan HalfLife = TimeSpan.FromMinutes(1);

    // What a sheet of drafts is taken for that was never seen to be made.
    private static readonly TimeSpan UsualDrafts = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly List<PaintingSpeed> _speeds = [.. memory.Speeds()];

    /// <value>Of the model that painted last; null while nothing was painted.</value>
    public double? StepsPerSecond
    {
        get
        {
            lock (_lock)
                return _speeds.FirstOrDefault(speed => !IsOfDrafts(speed))?.StepsPerSecond;
        }
    }

    public void Observe(JobOrder order, int steps, TimeSpan time)
    {
        if (steps <= 0 || time <= TimeSpan.Zero) return;
        var seen = new PaintingSpeed(NameOf(order), steps / time.TotalSeconds, Pixels(order) * steps / time.TotalSeconds);
        lock (_lock)
        {
            if (_speeds.FirstOrDefault(speed => speed.Model == seen.Model) is { } before)
            {
                _speeds.Remove(before);
                seen = Mix(before, seen, 1 - Math.Pow(0.5, time / HalfLife));
            }

            _speeds.Insert(0, seen);
        }

        memory.Keep(seen);
    }

    /// <summary>How long so many steps of the order take; null while nothing was painted.</summary>
    public TimeSpan? Duration(JobOrder order, int steps)
    {
        lock (_lock)
        {
            var speed = _speeds.FirstOrDefault(speed => speed.Model == NameOf(order));
            if (speed is null && order.Kind == JobKind.Draft) return UsualDrafts;
            // A model that never painted here is told by another: better than to say nothing.
            speed ??= _speeds.FirstOrDefault(other => !IsOfDrafts(other));
            return speed is null ? null : TimeSpan.FromSeconds(Math.Max(0, steps) * Pixels(order) / speed.PixelStepsPerSecond);
        }
    }

    /// <summary>How long the rest of a job takes; null while nothing was painted.</summary>
    public TimeSpan? Rest(Job job) => Duration(job.Order, (job.Order.Steps * job.Order.Count) - job.StepsDone);

    // A model drafts at another speed than it paints; the space is in no model's name.
    private static string NameOf(JobOrder order) => order.Kind == JobKind.Draft ? order.Model + DraftMark : order.Model;

    private static bool IsOfDrafts(PaintingSpeed speed) => speed.Model.EndsWith(DraftMark, StringComparison.Ordinal);

    private static double Pixels(JobOrder order) => (double)order.Width * order.Height;

    private static PaintingSpeed Mix(PaintingSpeed old, PaintingSpeed seen, double share) => seen with
    {
        StepsPerSecond = old.StepsPerSecond + ((seen.StepsPerSecond - old.StepsPerSecond) * share),
        PixelStepsPerSecond = old.PixelStepsPerSecond + ((seen.PixelStepsPerSecond - old.PixelStepsPerSecond) * share),
    };
}
