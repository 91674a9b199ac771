namespace VqganBot.Jobs;

/// <summary>A job that has the GPU, or a share of it: what it is asked, how far it is, and when it last got on.</summary>
internal sealed class RunningJob(Job job, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly long _begun = clock.GetTimestamp();
    private long _lastStep = clock.GetTimestamp();
    private StopRequest _stop;
    private bool _isGivenUp;
    private JobProgress? _progress;
    private int _stepsSeen;
    private double _share = 1;

    /// <value>As it was when the GPU took it.</value>
    public Job Job { get; } = job;

    public StopRequest Stop
    {
        get
        {
            lock (_lock)
                return _stop;
        }
    }

    /// <value>The watchdog has ended it and told so; only the thread does not know yet.</value>
    public bool IsGivenUp
    {
        get
        {
            lock (_lock)
                return _isGivenUp;
        }

        set
        {
            lock (_lock)
                _isGivenUp = value;
        }
    }

    public JobProgress? Progress
    {
        get
        {
            lock (_lock)
                return _progress;
        }
    }

    /// <value>The part of the GPU that it had in the last round, from 0 to 1.</value>
    public double Share
    {
        get
        {
            lock (_lock)
                return _share;
        }
    }

    /// <value>Since it was taken.</value>
    public TimeSpan Sitting => clock.GetElapsedTime(_begun);

    /// <value>Since the last step, or since it was taken.</value>
    public TimeSpan SinceLastStep
    {
        get
        {
            lock (_lock)
                return clock.GetElapsedTime(_lastStep);
        }
    }

    /// <value>Null before the first step.</value>
    public TimeSpan? MeanStep
    {
        get
        {
            lock (_lock)
                return _stepsSeen == 0 ? null : clock.GetElapsedTime(_begun, _lastStep) / _stepsSeen;
        }
    }

    /// <summary>The stronger wish stands: dropped is dropped, and a picture that is to be kept is not suspended instead.</summary>
    public void Ask(StopRequest how)
    {
        lock (_lock)
        {
            _stop = (_stop, how) switch
            {
                (StopRequest.Stuck, _) or (_, StopRequest.Stuck) => StopRequest.Stuck,
                (StopRequest.Drop, _) => StopRequest.Drop,
                (StopRequest.Keep, StopRequest.Suspend or StopRequest.Aside) => StopRequest.Keep,
                (StopRequest.Suspend, StopRequest.Aside) => StopRequest.Suspend,
                _ => how,
            };
        }
    }

    /// <summary>A round is over, or the thread was busy with another job: it does not stand still.</summary>
    public void Passed(double? share = null)
    {
        lock (_lock)
        {
            _share = share ?? _share;
            if (_stepsSeen > 0) _lastStep = clock.GetTimestamp();
        }
    }

    public void Advanced(JobProgress progress)
    {
        lock (_lock)
        {
            _progress = progress;
            _lastStep = clock.GetTimestamp();
            _stepsSeen++;
        }
    }
}
