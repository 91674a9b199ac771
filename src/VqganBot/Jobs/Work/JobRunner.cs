using Microsoft.Extensions.Logging;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Jobs;

/// <summary>Paints one job to its end, whatever that is, and writes down each move. On the GPU's thread.</summary>
internal sealed partial class JobRunner(
    JobStore store, JobFiles files, SpeedGauge speed, JobOptions options, IEnumerable<IJobReporter> reporters, TimeProvider clock, ILogger<JobRunner> logger)
{
    private readonly IReadOnlyList<IJobReporter> _reporters = [.. reporters];

    public void Run(RunningJob running, IImageGenerator generator)
    {
        var job = running.Job;
        Log.Started(logger, job.Id, job.StepsDone);
        foreach (var reporter in _reporters) reporter.Started(job);
        var meter = new JobMeter(job, store, speed, options.StateSaveInterval, clock);
        try
        {
            Settle(running, Paint(running, generator, meter), meter);
        }
        catch (Exception exception) when (running.Stop is StopRequest.Drop or StopRequest.Stuck)
        {
            // What is dropped may have lost its folder under the painter's hands.
            files.Delete(job.Id);
            Log.BrokenOff(logger, job.Id, exception.Message);
        }
        catch (Exception exception)
        {
            meter.Charge();
            Fail(running, exception);
        }

        if (!running.IsGivenUp) Tell(job);
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

    private GenerationOutcome Paint(RunningJob running, IImageGenerator generator, JobMeter meter)
    {
        for (var job = running.Job; ;)
        {
            var frames = new FrameGate(job.Id, _reporters, options.PreviewInterval, clock);
            try
            {
                return generator.Generate(new GenerationTask(job, () => running.Stop, progress => Report(running, progress, meter), frames.IsOpen));
            }
            catch (OutOfMemoryOnDeviceException exception) when (job.Reductions < MostReductions(job.Order))
            {
                var note = (job.Order.Kind, job.Reductions) switch
                {
                    (JobKind.Draft, _) => "There was too little memory for this, so there were fewer drafts to choose from.",
                    (_, 0) => "There was too little memory for this, so it was painted with fewer views of the picture per step.",
                    _ => "There was too little memory for this, so it was painted smaller.",
                };
                Log.OutOfMemory(logger, job.Id, job.Reductions + 1, exception.Message);
                job = store.Reduce(job.Id, note) ?? throw new GenerationException("The job was deleted.", exception);
            }
        }
    }

    // First fewer cutouts, then a smaller picture; what goes on from another picture has the size of that one.
    private static int MostReductions(JobOrder order) => order.Kind == JobKind.Imagine ? 2 : 1;

    private void Report(RunningJob running, JobProgress progress, JobMeter meter)
    {
        running.Advanced(progress);
        meter.Advanced(progress);
        foreach (var reporter in _reporters) reporter.Progressed(progress);
    }

    private void Settle(RunningJob running, GenerationOutcome outcome, JobMeter meter)
    {
        var job = running.Job;
        meter.Charge();
        switch (outcome.EndedBy)
        {
            case StopRequest.Suspend:
                store.Requeue(job.Id);
                Log.Suspended(logger, job.Id, outcome.StepsDone);
                break;
            case StopRequest.None or StopRequest.Keep when store.MarkPainted(job.Id, outcome.StepsDone, Note(job.Id, outcome)):
                Log.Painted(logger, job.Id, outcome.StepsDone);
                break;
            default:
                // It was cancelled or deleted meanwhile, and that is written down already.
                files.Delete(job.Id);
                Log.Dropped(logger, job.Id);
                break;
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

        [LoggerMessage(9, LogLevel.Information, "Job {Job} was dropped in the middle of a step: {Message}")]
        public static partial void BrokenOff(ILogger logger, long job, string message);
    }
}
