using System.Collections.Concurrent;
using VqganBot.Jobs;

namespace VqganBot.Tests.Fakes;

/// <summary>Remembers all that the worker tells, and lets a test wait for it.</summary>
internal sealed class RecordingReporter : IJobReporter
{
    private readonly Lock _lock = new();
    private readonly List<(Func<IReadOnlyList<JobReport>, bool> Wanted, TaskCompletionSource Met)> _waiting = [];
    private readonly List<JobReport> _reports = [];

    /// <value>Jobs of which frames are wanted.</value>
    public ConcurrentDictionary<long, bool> WantedFrames { get; } = new();

    public IReadOnlyList<JobReport> Reports
    {
        get
        {
            lock (_lock)
                return [.. _reports];
        }
    }

    public void Started(Job job) => Add(new JobReport(job, null, HasLeft: false));

    public bool WantsFrame(long jobId) => WantedFrames.ContainsKey(jobId);

    public void Progressed(JobProgress progress) => Add(new JobReport(null, progress, HasLeft: false));

    public void Left(Job job) => Add(new JobReport(job, null, HasLeft: true));

    /// <summary>The state in which the job left the worker, once it did.</summary>
    public async Task<Job> LeftAsync(long id)
    {
        await UntilAsync(reports => reports.Any(report => report.HasLeft && report.Job!.Id == id));
        return Reports.Last(report => report.HasLeft && report.Job!.Id == id).Job!;
    }

    public Task StepAsync(long id, int step) => UntilAsync(reports => reports.Any(report => report.Progress is { } progress && progress.JobId == id && progress.Step >= step));

    public Task StartedAsync(long id) => UntilAsync(reports => reports.Any(report => !report.HasLeft && report.Job?.Id == id));

    public Task UntilAsync(Func<IReadOnlyList<JobReport>, bool> wanted)
    {
        lock (_lock)
        {
            if (wanted(_reports)) return Task.CompletedTask;
            var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((wanted, met));
            return met.Task.WaitAsync(TestKit.TestTimeouts.Default);
        }
    }

    private void Add(JobReport report)
    {
        lock (_lock)
        {
            _reports.Add(report);
            foreach (var (wanted, met) in _waiting.Where(waiting => waiting.Wanted(_reports)).ToList())
            {
                met.TrySetResult();
                _waiting.Remove((wanted, met));
            }
        }
    }
}
