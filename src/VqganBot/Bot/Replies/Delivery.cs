using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Replies.Live;
using VqganBot.Bot.Replies.Sending;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies;

/// <summary>
/// Sees to it that every finished job reaches its requester: those painted before a restart too, and through an outage of any
/// length. What is to do stands in the database; this only remembers what it has in hand.
/// </summary>
internal sealed partial class Delivery(
    JobStore store, ReplyUpdater updater, Deliverer deliverer, ReplySender sender, ReplyOptions options, TimeProvider clock, ILogger<Delivery> logger) : BackgroundService
{
    private const int MostAtOnce = 8;
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(1);

    /// <summary>An edit that was cut off is over by then, one way or the other.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(20);

    private readonly Signal _work = new();
    private readonly ConcurrentDictionary<long, Task> _inHand = new();
    private readonly SemaphoreSlim _slots = new(MostAtOnce);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>A job was painted, cancelled or failed. Returns at once and never throws.</summary>
    public void Wake() => _work.Set();

    /// <summary>Delivers what is painted and tells those who wait that the bot goes away, within <see cref="ReplyOptions.StopPatience"/>.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = new CancellationTokenSource(options.StopPatience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            TakeInHand();
            await Task.WhenAll(_inHand.Values).WaitAsync(either.Token);
            await SayGoodbyeAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            Log.StoppedEarly(logger, _inHand.Count);
        }

        await _stop.CancelAsync();
        await Task.WhenAll(_inHand.Values);
    }

    public override void Dispose()
    {
        _slots.Dispose();
        _stop.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            TakeInHand();
            await _work.WaitAsync(stoppingToken);
        }
    }

    private void TakeInHand()
    {
        foreach (var job in store.InState(JobState.Painted).Concat(store.Untold()))
        {
            if (_inHand.ContainsKey(job.Id)) continue;
            var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            // Only begun once it is in the list, so that it cannot leave the list before it was in it.
            _inHand[job.Id] = HandleAsync(job, begin.Task);
            begin.SetResult();
        }
    }

    private async Task HandleAsync(Job job, Task begin)
    {
        await begin;
        using var scope = logger.BeginScope("job {Job}", job.Id);
        try
        {
            var wasCutOff = await updater.EndAsync(job.Id);
            for (var tries = 0; !await TryAsync(job); tries++)
            {
                await Task.Delay(BackOff(tries), clock, _stop.Token);
                // It may have been deleted meanwhile, or got a new token by a button.
                if (store.Find(job.Id) is not { } now || now.State != job.State) return;
                job = now;
            }

            if (!wasCutOff) return;
            await Task.Delay(Aftermath, clock, _stop.Token);
            await deliverer.RepeatAsync(job, _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            Log.LeftForLater(logger, job.Id);
        }
        finally
        {
            _inHand.TryRemove(job.Id, out _);
        }
    }

    private async Task<bool> TryAsync(Job job)
    {
        await _slots.WaitAsync(_stop.Token);
        try
        {
            return job.State == JobState.Painted ? await deliverer.ShowAsync(job, _stop.Token) : await deliverer.TellEndAsync(job, _stop.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A full disk, a locked file: one job's trouble is not the end of the others', nor of its picture.
            Log.Failed(logger, exception, job.Id);
            return false;
        }
        finally
        {
            _slots.Release();
        }
    }

    private Task SayGoodbyeAsync(CancellationToken cancellation) => Parallel.ForEachAsync(
        store.InState(JobState.Queued),
        new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellation },
        async (job, token) =>
        {
            await updater.EndAsync(job.Id);
            await sender.EditAsync(job, ReplyWriter.Pausing(job), [], token);
        });

    private static TimeSpan BackOff(int tries) => TimeSpan.FromSeconds(Math.Min(LongestBackOff.TotalSeconds, Math.Pow(2, tries)));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Job {Job} could not be delivered; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception exception, long job);

        [LoggerMessage(2, LogLevel.Information, "Job {Job} is delivered after the restart.")]
        public static partial void LeftForLater(ILogger logger, long job);

        [LoggerMessage(3, LogLevel.Warning, "The bot stops with {Count} pictures on their way; they are delivered after the restart.")]
        public static partial void StoppedEarly(ILogger logger, int count);
    }
}
