namespace VqganBot.Jobs;

/// <summary>Counts the time a job has the GPU and writes it down now and then, so that a killed process forgets little of it.</summary>
internal sealed class JobMeter(Job job, JobStore store, SpeedGauge speed, TimeSpan interval, TimeProvider clock)
{
    private long _chargedAt = clock.GetTimestamp();
    private long? _measuredAt;
    private int _steps = job.StepsDone;
    private int _measured;

    public void Advanced(JobProgress progress)
    {
        _steps = ((progress.Tile - 1) * progress.Steps) + progress.Step;
        // What goes before the first step, such as loading a model, says nothing about speed.
        if (_measuredAt is null) (_measuredAt, _measured) = (clock.GetTimestamp(), _steps);
        if (clock.GetElapsedTime(_chargedAt) >= interval) Charge();
    }

    public void Charge()
    {
        store.Charge(job, clock.GetElapsedTime(_chargedAt), _steps);
        _chargedAt = clock.GetTimestamp();
        if (_measuredAt is not { } since) return;
        speed.Observe(job.Order, _steps - _measured, clock.GetElapsedTime(since));
        (_measuredAt, _measured) = (_chargedAt, _steps);
    }
}
