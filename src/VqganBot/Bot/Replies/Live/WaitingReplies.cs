using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies.Live;

/// <summary>Keeps the places in line true, a few replies at a time; the times beside them count down by themselves.</summary>
internal sealed partial class WaitingReplies(
    JobStore store, JobQueue queue, ReplyUpdater updater, ReplyOptions options, TimeProvider clock, ILogger<WaitingReplies> logger) : BackgroundService
{
    private static readonly TimeSpan WorthTelling = TimeSpan.FromMinutes(1);

    private readonly Signal _changed = new();
    private HashSet<long> _fromBefore = [];

    /// <summary>Places may have changed.</summary>
    public void Wake() => _changed.Set();

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _fromBefore = [.. store.InState(JobState.Queued).Concat(store.InState(JobState.Painting)).Select(job => job.Id)];
        Wake();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _changed.WaitAsync(stoppingToken);
            try
            {
                if (ShowSome()) Wake();
            }
            catch (Exception exception)
            {
                // Places are a courtesy: the next round tries again.
                Log.Failed(logger, exception);
            }

            await Task.Delay(options.PlaceInterval, clock, stoppingToken);
        }
    }

    /// <summary>True when there are more.</summary>
    private bool ShowSome()
    {
        var waiting = store.InState(JobState.Queued);
        _fromBefore.IntersectWith(waiting.Select(job => job.Id));
        Job[] stale = [.. waiting.Where(job => _fromBefore.Contains(job.Id) || IsStale(job)).Take(options.PlaceEdits + 1)];
        foreach (var job in stale.Take(options.PlaceEdits))
        {
            if (_fromBefore.Remove(job.Id))
                updater.AnnounceAgain(job);
            else
                updater.Announce(job);
        }

        return stale.Length > options.PlaceEdits;
    }

    private bool IsStale(Job job)
    {
        if (updater.ShownPlace(job.Id) is not { } shown) return false;
        var now = queue.Estimate(job);
        return shown.Position != now.Position || shown.WaitReason != now.WaitReason || (shown.EndsAt is null) != (now.EndsAt is null)
            || (shown.EndsAt - now.EndsAt)?.Duration() > WorthTelling;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The places in line could not be shown.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
