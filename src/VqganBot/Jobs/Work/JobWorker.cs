using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VqganBot.Hosting;

namespace VqganBot.Jobs;

/// <summary>The one thread that owns the GPU: takes job after job, several at once where that is worth it, and lays down what is painted when the process ends.</summary>
internal sealed partial class JobWorker(
    JobQueue queue, JobStore store, JobRunner runner, BatchSizes sizes, IEnumerable<IJobReporter> reporters, Func<IImageGenerator> createGenerator,
    JobOptions options, TimeProvider clock, ILogger<JobWorker> logger) : IHostedService, IDisposable
{
    // A limit frees by time alone, and a stuck step is noticed by looking.
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Watchdog _watchdog = new(queue, runner, options);
    private ITimer? _timer;
    private volatile bool _stopping;
    private volatile string? _trouble;

    /// <value>Why nothing can be painted at the moment, in a sentence; null when all is well.</value>
    public string? Problem => _watchdog.Problem ?? _trouble;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var failed in store.RequeueAll(options.MostCrashes)) TellLeft(failed);
        queue.Cancelled += TellLeft;
        _timer = clock.CreateTimer(_ => Look(), null, LookInterval, LookInterval);
        new Thread(Work) { Name = "painter", IsBackground = true }.Start();
        return Task.CompletedTask;
    }

    /// <summary>Lays the running jobs down where they stand. A step that does not end in time costs what came after the last saved state.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_timer is null) return;
        _stopping = true;
        foreach (var running in queue.Running) running.Ask(StopRequest.Suspend);
        queue.Wake();
        try
        {
            await _finished.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            foreach (var running in queue.Running) Log.LeftBehind(logger, running.Job.Id);
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        queue.Cancelled -= TellLeft;
    }

    private void Work()
    {
        // Whoever types a command waits three seconds at most for an answer; a picture can wait.
        ThreadNice.Lower(ThreadNice.Painting);
        try
        {
            using var generator = new LazyGenerator(createGenerator);
            Prepare(generator);
            var easels = new Easels(queue, runner, generator, sizes, clock);
            while (!_stopping || !easels.IsEmpty)
            {
                // To look costs a walk through all that wait.
                if (!_stopping && (easels.IsEmpty || queue.HasChanged())) TakeMore(easels);
                if (!easels.IsEmpty) Paint(easels);
                else if (!_stopping) queue.WaitForChange();
            }
        }
        finally
        {
            _finished.TrySetResult();
        }
    }

    private void Prepare(LazyGenerator generator)
    {
        try
        {
            generator.Prepare();
        }
        catch (Exception exception)
        {
            // Each job will say so again to whoever asked for it; another model may well work.
            _trouble = "The default model could not be loaded.";
            Log.NotPrepared(logger, exception);
        }
    }

    private void TakeMore(Easels easels)
    {
        while (!_stopping && Take() is { } running)
        {
            // Stopping may have begun before there was anyone to ask.
            if (_stopping) running.Ask(StopRequest.Suspend);
            Settle(running, () => easels.Add(running));
        }
    }

    private RunningJob? Take()
    {
        try
        {
            if (queue.TakeNext() is { } running) return running;
            queue.MakeWay();
        }
        catch (Exception exception)
        {
            Log.NotTaken(logger, exception);
        }

        return null;
    }

    private void Paint(Easels easels)
    {
        foreach (var sitting in easels.Round())
        {
            Settle(sitting.Running, () =>
            {
                easels.Settle(sitting);
                if (store.Find(sitting.Running.Job.Id)?.State == JobState.Painted) _trouble = null;
            });
        }
    }

    private void Settle(RunningJob running, Action settle)
    {
        try
        {
            settle();
        }
        catch (Exception exception)
        {
            Log.NotSettled(logger, exception, running.Job.Id);
        }
    }

    private void Look()
    {
        try
        {
            _watchdog.Look();
        }
        catch (Exception exception)
        {
            Log.NotLooked(logger, exception);
        }

        queue.Wake();
    }

    private void TellLeft(Job job)
    {
        foreach (var reporter in reporters) reporter.Left(job);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The default model could not be loaded; jobs will fail until it can.")]
        public static partial void NotPrepared(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "No job could be taken from the queue.")]
        public static partial void NotTaken(ILogger logger, Exception exception);

        [LoggerMessage(3, LogLevel.Error, "What became of job {Job} could not be written down.")]
        public static partial void NotSettled(ILogger logger, Exception exception, long job);

        [LoggerMessage(5, LogLevel.Error, "Whether a step is stuck could not be seen to; it is tried again.")]
        public static partial void NotLooked(ILogger logger, Exception exception);

        [LoggerMessage(4, LogLevel.Warning, "Job {Job} could not be laid down in time; it goes on from its last saved state after the restart.")]
        public static partial void LeftBehind(ILogger logger, long job);
    }
}
