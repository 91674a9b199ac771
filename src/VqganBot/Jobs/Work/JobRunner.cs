using Microsoft.Extensions.Logging;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Jobs;

/// <summary>Begins a job and settles how it ended, whatever that is, and writes down each move. On the GPU's thread.</summary>
internal sealed partial class JobRunner(
    JobStore store, JobFiles files, SpeedGauge speed, JobOptions options, IEnumerable<IJobReporter> reporters, TimeProvider clock, ILogger<JobRunner> logger)
{
    private readonly IReadOnlyList<IJobReporter> _reporters = [.. reporters];

    /// <summary>Null when it could not begin, which is settled then.</summary>
    public Sitting? Begin(RunningJob running, IImageGenerator generator)
    {
        var job = running.Job;
        Log.Started(logger, job.Id, job.StepsDone);
        foreach (var reporter in _reporters) reporter.Started(job);
        var sitting = new Sitting(running, new JobMeter(job, store, speed, options.StateSaveInterval, clock));
        var failure = Open(sitting, job, generator);
        sitting.Meter.Used(1);
        if (failure is null) return sitting;
        End(sitting, () => Break(sitting, failure));
        return null;
    }

    /// <summary>Writes down how it ended. False when it goes on after all, in a smaller way.</summary>
    public bool Settle(Sitting sitting, IImageGenerator generator)
    {
        if (sitting.Generation?.Outcome is { } outcome) return End(sitting, () => Settle(sitting.Running.Job, outcome, sitting.Meter));
        var failure = sitting.Fault ?? sitting.Generation?.Failure;
        if (failure is OutOfMemoryOnDeviceException exception && store.Find(sitting.Running.Job.Id) is { } job && job.Reductions < MostReductions(job.Order))
        {
            failure = Open(sitting, Reduce(job, exception), generator);
            if (failure is null) return false;
        }

        return End(sitting, () => Break(sitting, failure ?? new InvalidOperationException("A job ended that is not over.")));
    }

    /// <summary>The watchdog gives a job up whose thread does not come back.</summary>
    public void GiveUp(RunningJob running)
    {
        running.Ask(StopRequest.Stuck);
        Log.Stuck(logger, running.Job.Id, running.SinceLastStep.TotalSeconds, running.Progress?.Step ?? 0);
        running.IsGivenUp = store.Fail(
            running.Job.Id, "The painter stood still at one step for too long, so this was given up. It is no fault of the prompt; please try again later.");
        if (running.IsGivenUp) Tell(running.Job);
    }

    // What kept it from beginning; null when nothing did.
    private Exception? Open(Sitting sitting, Job? job, IImageGenerator generator)
    {
        sitting.Generation?.Dispose();
        sitting.Generation = null;
        while (job is not null)
        {
            var (running, frames) = (sitting.Running, new FrameGate(job.Id, _reporters, options.PreviewInterval, clock));
            try
            {
                sitting.Generation = generator.Begin(new GenerationTask(job, () => running.Stop, progress => Report(sitting, progress), frames.IsOpen));
                return null;
            }
            catch (OutOfMemoryOnDeviceException exception) when (job.Reductions < MostReductions(job.Order))
            {
                job = Reduce(job, exception);
            }
            catch (Exception exception)
            {
                return exception;
            }
        }

        return new GenerationException("The job was deleted.");
    }

    private Job? Reduce(Job job, OutOfMemoryOnDeviceException exception)
    {
        var note = (job.Order.Kind, job.Reductions) switch
        {
            (JobKind.Draft, _) => "There was too little memory for this, so there were fewer drafts to choose from.",
            (_, 0) => "There was too little memory for this, so it was painted with fewer views of the picture per step.",
            _ => "There was too little memory for this, so it was painted smaller.",
        };
        Log.OutOfMemory(logger, job.Id, job.Reductions + 1, exception.Message);
        // Nothing of this size can go into a smaller one.
        for (var tile = 1; job.Reductions > 0 && tile <= job.Order.Count; tile++) File.Delete(files.State(job.Id, tile));
        return store.Reduce(job.Id, note);
    }

    // First fewer cutouts, then a smaller picture; what goes on from another picture has the size of that one.
    private static int MostReductions(JobOrder order) => order.Kind == JobKind.Imagine ? 2 : 1;

    private void Report(Sitting sitting, JobProgress progress)
    {
        sitting.Running.Advanced(progress);
        sitting.Meter.Advanced(progress);
        foreach (var reporter in _reporters) reporter.Progressed(progress);
    }

    private bool End(Sitting sitting, Action settle)
    {
        using (sitting)
        {
            settle();
            if (!sitting.Running.IsGivenUp) Tell(sitting.Running.Job);
            return true;
        }
    }

    private void Settle(Job job, GenerationOutcome outcome, JobMeter meter)
    {
        meter.Charge();
        switch (outcome.EndedBy)
        {
            case StopRequest.Suspend:
                store.Requeue(job.Id);
                Log.Suspended(logger, job.Id, outcome.StepsDone);
                break;
            case StopRequest.Aside:
                store.LayAside(job.Id);
                Log.LaidAside(logger, job.Id, outcome.StepsDone);
                break;
            case StopRequest.None or StopRequest.Keep when store.MarkPainted(job.Id, outcome.StepsDone, Note(job.Id, outcome), outcome.Pictures):
                Log.Painted(logger, job.Id, outcome.StepsDone);
                break;
            default:
                // It was cancelled or deleted meanwhile, and that is written down already.
                files.Delete(job.Id);
                Log.Dropped(logger, job.Id);
                break;
        }
    }

    private void Break(Sitting sitting, Exception exception)
    {
        var running = sitting.Running;
        if (running.Stop is StopRequest.Drop or StopRequest.Stuck)
        {
            // What is dropped may have lost its folder under the painter's hands.
            files.Delete(running.Job.Id);
            Log.BrokenOff(logger, running.Job.Id, exception.Message);
        }
        else
        {
            sitting.Meter.Charge();
            Fail(running, exception);
        }
    }

    private void Fail(RunningJob running, Exception exception)
    {
        var reason = exception switch
        {
            GenerationException => exception.Message,
            OutOfMemoryOnDeviceException => "There is too little memory for this, even made smaller. Try a smaller size.",
            _ => $"Something went wrong while this was painted. Whoever runs the bot finds more in its log under job {running.Job.Id}.",
        };
        if (exception is GenerationException) Log.NotPaintable(logger, exception, running.Job.Id);
        else Log.Failed(logger, exception, running.Job.Id);
        store.Fail(running.Job.Id, reason);
    }

    // A job that was deleted while it was painted has no row any more, but reporters have to let go of it.
    private void Tell(Job job)
    {
        var now = store.Find(job.Id) ?? job with { State = JobState.Cancelled, Reason = "It was deleted." };
        foreach (var reporter in _reporters) reporter.Left(now);
    }

    private string? Note(long id, GenerationOutcome outcome)
    {
        string?[] notes = [store.Find(id)?.Note, outcome.Note];
        return notes.OfType<string>().Any() ? string.Join(' ', notes.OfType<string>().Distinct()) : null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Job {Job} is being painted, from step {Step}.")]
        public static partial void Started(ILogger logger, long job, int step);

        [LoggerMessage(2, LogLevel.Information, "Job {Job} is painted to its end after {Steps} steps.")]
        public static partial void Painted(ILogger logger, long job, int steps);

        [LoggerMessage(3, LogLevel.Information, "Job {Job} was dropped.")]
        public static partial void Dropped(ILogger logger, long job);

        [LoggerMessage(4, LogLevel.Information, "Job {Job} is laid down after {Steps} steps, to go on after the restart.")]
        public static partial void Suspended(ILogger logger, long job, int steps);

        [LoggerMessage(5, LogLevel.Warning, "Job {Job} ran out of memory and is painted in a smaller way ({Reduction}): {Message}")]
        public static partial void OutOfMemory(ILogger logger, long job, int reduction, string message);

        [LoggerMessage(6, LogLevel.Error, "Job {Job} failed.")]
        public static partial void Failed(ILogger logger, Exception exception, long job);

        [LoggerMessage(7, LogLevel.Error, "Job {Job} has stood still for {Seconds:F0} s after step {Step}; it is given up.")]
        public static partial void Stuck(ILogger logger, long job, double seconds, int step);

        [LoggerMessage(8, LogLevel.Warning, "Job {Job} cannot be painted.")]
        public static partial void NotPaintable(ILogger logger, Exception exception, long job);

        [LoggerMessage(10, LogLevel.Information, "Job {Job} is set aside after {Steps} steps for a shorter one.")]
        public static partial void LaidAside(ILogger logger, long job, int steps);

        [LoggerMessage(9, LogLevel.Information, "Job {Job} was dropped in the middle of a step: {Message}")]
        public static partial void BrokenOff(ILogger logger, long job, string message);
    }
}
