using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VqganBot.Jobs;

/// <summary>Takes away what is not to be kept: dead tokens, jobs above their age, files above the disk budget or of no job.</summary>
internal sealed partial class Retention(
    JobStore store, JobFiles files, GpuLedger ledger, JobOptions options, TimeProvider clock, ILogger<Retention> logger) : BackgroundService
{
    private static readonly TimeSpan TokenInterval = TimeSpan.FromMinutes(1);

    // Looking through all folders costs some disk.
    private const int TicksPerTidying = 60;

    /// <summary>Everything but the tokens; the oldest goes first, and nothing that a waiting or running job needs.</summary>
    public void Tidy()
    {
        foreach (var id in store.DeleteOlderThan(clock.GetUtcNow() - TimeSpan.FromDays(options.RetentionDays)))
        {
            files.Delete(id);
            Log.Old(logger, id);
        }

        ledger.Prune();
        KeepToBudget();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TokenInterval, clock);
        for (var tick = 0; ; tick++)
        {
            try
            {
                store.ForgetExpiredTokens();
                if (tick % TicksPerTidying == 0) Tidy();
            }
            catch (Exception exception)
            {
                Log.Failed(logger, exception);
            }

            if (!await timer.WaitForNextTickAsync(stoppingToken)) return;
        }
    }

    private void KeepToBudget()
    {
        var needed = store.NeededFiles();
        var kept = new List<(long Job, long Bytes)>();
        foreach (var id in Folders())
        {
            // What ended without pictures, or lost its row, has nothing to show; what was painted and could not be shown, /history shows.
            if (store.Find(id) is null or { State: JobState.Cancelled or JobState.Failed, PaintedAt: null }) files.Delete(id);
            else kept.Add((id, Size(id)));
        }

        var budget = options.DiskBudgetMegabytes * 1_000_000L;
        var total = kept.Sum(job => job.Bytes);
        foreach (var (id, bytes) in kept.Where(job => !needed.Contains(job.Job)).TakeWhile(_ => total > budget))
        {
            files.Delete(id);
            total -= bytes;
            Log.OverBudget(logger, id, bytes);
        }

        if (total > budget) Log.StillOverBudget(logger, total / 1_000_000, options.DiskBudgetMegabytes);
    }

    // In the order of their age.
    private IEnumerable<long> Folders() => !Directory.Exists(files.Root) ? [] : Directory.GetDirectories(files.Root)
        .Select(folder => long.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0)
        .Order();

    private long Size(long id) => new DirectoryInfo(files.Folder(id)).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Job {Job} is above its age and was forgotten.")]
        public static partial void Old(ILogger logger, long job);

        [LoggerMessage(2, LogLevel.Information, "The files of job {Job}, {Bytes} bytes, were deleted to keep to the disk budget.")]
        public static partial void OverBudget(ILogger logger, long job, long bytes);

        [LoggerMessage(3, LogLevel.Warning, "The files of jobs that go on take {Megabytes} MB, more than the budget of {Budget} MB.")]
        public static partial void StillOverBudget(ILogger logger, long megabytes, int budget);

        [LoggerMessage(4, LogLevel.Error, "Old jobs could not be tidied away; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
