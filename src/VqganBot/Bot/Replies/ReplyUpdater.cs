using System.Collections.Concurrent;
using VqganBot.Bot.Replies.Live;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies;

/// <summary>The replies of all jobs that wait or are painted, each in a lane of its own.</summary>
internal sealed class ReplyUpdater(LaneTools tools, JobQueue queue) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, ReplyLane> _lanes = [];
    private readonly ConcurrentDictionary<long, JobEstimate> _shownPlaces = new();

    /// <summary>A job was queued: its reply says its place in line. Also when the place has changed.</summary>
    public void Announce(Job job) => Lane(job.Id).Offer(new ReplyContent(JobState.Queued, waiting => ReplyWriter.Queued(waiting, Place(waiting))));

    /// <summary>As <see cref="Announce"/>, for a job of before the bot was restarted.</summary>
    public void AnnounceAgain(Job job) => Lane(job.Id).Offer(new ReplyContent(JobState.Queued, waiting => ReplyWriter.Restarted(waiting, Place(waiting))));

    /// <summary>Its turn has come.</summary>
    public void Begin(Job job) => Lane(job.Id).Offer(new ReplyContent(JobState.Painting, ReplyWriter.Starting, CanWait: job.StepsDone == 0));

    /// <summary>A shorter job goes first: it waits again.</summary>
    public void LayAside(Job job)
    {
        Lane(job.Id).GoBack();
        Announce(job);
    }

    public bool WantsFrame(long job) => Existing(job)?.WantsFrame ?? false;

    public void Show(JobProgress progress)
    {
        if (progress.Frame is not null)
            Existing(progress.JobId)?.Offer(new ReplyContent(JobState.Painting, job => ReplyWriter.Painting(job, progress, tools.Clock.GetUtcNow() + progress.Remaining), progress));
    }

    /// <value>What the reply of a waiting job says of its place; null when it said nothing yet.</value>
    public JobEstimate? ShownPlace(long job) => _shownPlaces.GetValueOrDefault(job);

    /// <summary>No edit of the job's reply comes after this.</summary>
    /// <returns>True when one was cut off and may still be carried out by Discord.</returns>
    public async Task<bool> EndAsync(long job)
    {
        ReplyLane? lane;
        lock (_lock)
            _lanes.Remove(job, out lane);
        var wasCutOff = lane is not null && await lane.CloseAsync();
        lane?.Dispose();
        // Only now: until it is closed, the lane may be writing a place.
        _shownPlaces.TryRemove(job, out _);
        return wasCutOff;
    }

    /// <summary>The record of a job is deleted: its reply says so, and keeps neither words nor picture nor buttons.</summary>
    public async Task ForgetAsync(Job job, CancellationToken cancellation)
    {
        await EndAsync(job.Id);
        await tools.Sender.EditAsync(job, ReplyWriter.Forgotten, [], cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        long[] left;
        lock (_lock)
            left = [.. _lanes.Keys];
        foreach (var job in left) await EndAsync(job);
    }

    private ReplyLane? Existing(long job)
    {
        lock (_lock)
            return _lanes.GetValueOrDefault(job);
    }

    private ReplyLane Lane(long job)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(job, out var lane))
                _lanes[job] = lane = new ReplyLane(job, tools);
            return lane;
        }
    }

    private JobEstimate Place(Job job) => _shownPlaces[job.Id] = queue.Estimate(job);
}
