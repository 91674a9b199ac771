namespace VqganBot.Jobs;

/// <summary>The jobs that are being painted: one round after the other gives each a step, and sees off those that ended. On the GPU's thread.</summary>
internal sealed class Easels(JobQueue queue, JobRunner runner, IImageGenerator generator, BatchSizes sizes, TimeProvider clock)
{
    private readonly List<Sitting> _sittings = [];

    public bool IsEmpty => _sittings.Count == 0;

    public void Add(RunningJob running)
    {
        try
        {
            if (runner.Begin(running, generator) is { } sitting) _sittings.Add(sitting);
        }
        finally
        {
            if (!Has(running)) queue.Release(running);
        }

        foreach (var other in _sittings.Where(other => other.Running != running)) other.Skipped();
    }

    /// <summary>A step of each job that is here.</summary>
    /// <returns>Those that are over and still to be settled, see <see cref="Settle"/>.</returns>
    public IReadOnlyList<Sitting> Round()
    {
        var first = _sittings[0].Running.Job;
        var (most, begun) = (sizes.Most(first), clock.GetTimestamp());
        var round = Advance(most);
        sizes.Observe(first, round, clock.GetElapsedTime(begun));
        if (sizes.Most(first) > most) queue.Wake();

        var all = round.Pictures.Sum();
        foreach (var (sitting, pictures) in _sittings.Zip(round.Pictures)) sitting.Passed(all > 0 ? (double)pictures / all : 1.0 / _sittings.Count);
        return [.. _sittings.Where(sitting => sitting.IsOver)];
    }

    public void Settle(Sitting sitting)
    {
        var hasLeft = true;
        try
        {
            hasLeft = runner.Settle(sitting, generator);
        }
        finally
        {
            if (hasLeft)
            {
                _sittings.Remove(sitting);
                queue.Release(sitting.Running);
            }
        }
    }

    private Round Advance(int most)
    {
        try
        {
            return generator.Advance([.. _sittings.Select(sitting => sitting.Generation!)], most);
        }
        catch (Exception exception)
        {
            foreach (var sitting in _sittings) sitting.Fault = exception;
            return new Round([.. _sittings.Select(_ => 0)], 0);
        }
    }

    private bool Has(RunningJob running) => _sittings.Exists(sitting => sitting.Running == running);
}
