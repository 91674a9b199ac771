namespace VqganBot.Jobs;

/// <summary>A job from being taken until it is painted or laid down: what is told of it, what paints it and what it costs.</summary>
internal sealed class Sitting(RunningJob running, JobMeter meter) : IDisposable
{
    public RunningJob Running { get; } = running;

    public JobMeter Meter { get; } = meter;

    /// <value>What paints it; another one after it was made smaller.</value>
    public IGeneration? Generation { get; set; }

    /// <value>What went wrong beside the painting, such as writing down what it costs.</value>
    public Exception? Fault { get; set; }

    public bool IsOver => Fault is not null || Generation is null or not { Outcome: null, Failure: null };

    /// <summary>A round is over in which it had such a part of the GPU.</summary>
    public void Passed(double share)
    {
        Running.Passed(share);
        try
        {
            Meter.Used(share);
        }
        catch (Exception exception)
        {
            Fault = exception;
        }
    }

    /// <summary>The thread was busy with another job.</summary>
    public void Skipped()
    {
        Running.Passed();
        Meter.Skip();
    }

    public void Dispose() => Generation?.Dispose();
}
