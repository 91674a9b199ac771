namespace VqganBot.Jobs;

/// <summary>Counts the time a job has the GPU, its share where it is not alone, and writes it down now and then, so that a killed process forgets little of it.</summary>
internal sealed class JobMeter(Job job, JobStore store, SpeedGauge speed, TimeSpan interval, TimeProvider clock)
{
    private long _mark = clock.GetTimestamp();
    private long _chargedAt = clock.GetTimestamp();
    private TimeSpan _uncharged;
    private TimeSpan _unmeasured;
    private int _steps = job.StepsDone;
    private int? _measured;

    public void Advanced(JobProgress progress) => _steps = progress.StepsDone;

    /// <summary>The time since the last word was this job's, or such a part of it.</summary>
    public void Used(double share)
    {
        var time = share * clock.GetElapsedTime(_mark);
        _uncharged += time;
        // What goes before the first step, such as loading a model, says nothing about speed.
        if (_measured is not null) _unmeasured += time;
        else if (_steps > job.StepsDone) _measured = _steps;
        Skip();
        if (clock.GetElapsedTime(_chargedAt) >= interval) Charge();
    }

    /// <summary>The time since the last word was somebody else's.</summary>
    public void Skip() => _mark = clock.GetTimestamp();

    public void Charge()
    {
        store.Charge(job, _uncharged, _steps);
        if (_measured is { } from)
        {
            speed.Observe(job.Order, _steps - from, _unmeasured);
            _measured = _steps;
        }

        (_uncharged, _unmeasured, _chargedAt) = (TimeSpan.Zero, TimeSpan.Zero, clock.GetTimestamp());
    }
}
