using VqganBot.Jobs;
using VqganBot.Limits;

namespace VqganBot.Tests.Jobs;

public sealed class JobQueueTests : IDisposable
{
    private readonly JobsFixture _jobs = new();

    public void Dispose() => _jobs.Dispose();

    [Fact]
    public void Enqueue_AboveALimit_IsRefusedAndLeavesNothing()
    {
        using var limited = new JobsFixture(limits: """{ "everyone": { "jobs_in_queue": 1 } }""");
        limited.Enqueue();

        Assert.Throws<LimitExceededException>(() => limited.Enqueue());

        Assert.Equal(1, limited.Queue.Waiting);
        Assert.Single(Directory.GetDirectories(limited.Files.Root));
    }

    [Fact]
    public void Enqueue_WithAStartImage_HasItBeforeAnyoneCanTakeTheJob()
    {
        var job = _jobs.Queue.Enqueue(_jobs.New(order: order => order with { HasStartImage = true }) with { Pictures = new JobPictures([1, 2, 3], []) });

        Assert.Equal([1, 2, 3], File.ReadAllBytes(_jobs.Files.StartImage(job.Id)));
    }

    [Fact]
    public void Keep_OfAJobThatWasLaidDownMeanwhile_DoesNotCancelIt()
    {
        var job = _jobs.Enqueue();
        var running = _jobs.Queue.TakeNext();
        Assert.Equal(job.Id, running?.Job.Id);
        _jobs.Store.Requeue(job.Id);
        _jobs.Queue.Release(running!);

        Assert.False(_jobs.Queue.Stop(job.Id, StopRequest.Keep, "Kept as it was."));

        Assert.Equal(JobState.Queued, _jobs.Store.Find(job.Id)!.State);
    }

    [Fact]
    public void Estimate_BeforeAnythingWasMeasured_TellsThePlaceOnly()
    {
        _jobs.Enqueue(user: 1);
        var estimate = _jobs.Queue.Estimate(_jobs.Enqueue(user: 2));

        Assert.Equal(new JobEstimate(2, 2, null, null), estimate);
    }

    [Fact]
    public void Estimate_ByTheMeasuredSpeed_TellsTheTurnOfEach()
    {
        _jobs.Speed.Observe(_jobs.New().Order, steps: 20, TimeSpan.FromSeconds(10));
        var first = _jobs.Enqueue(user: 1, steps: 40);
        var second = _jobs.Enqueue(user: 1, steps: 10);
        var other = _jobs.Enqueue(user: 2, steps: 100);
        var now = _jobs.Clock.GetUtcNow();

        Assert.Equal(new JobEstimate(1, 3, now, now + TimeSpan.FromSeconds(20)), _jobs.Queue.Estimate(first));
        Assert.Equal(new JobEstimate(2, 3, now + TimeSpan.FromSeconds(20), now + TimeSpan.FromSeconds(70)), _jobs.Queue.Estimate(other));
        Assert.Equal(3, _jobs.Queue.Estimate(second).Position);
        var asked = _jobs.New(user: 3, steps: 2);
        Assert.Equal((3, 4), (_jobs.Queue.Estimate(asked.Order, asked.Requester).Position, _jobs.Queue.Estimate(asked.Order, asked.Requester).QueueLength));
    }

    [Fact]
    public void Estimate_OfAJobThatALimitHolds_SaysWhy_AndItIsPassedOver()
    {
        using var limited = new JobsFixture(limits: """{ "everyone": { "gpu_seconds_per_day": 10 } }""");
        var (earlier, held) = (limited.Enqueue(user: 1), limited.Enqueue(user: 1));
        var first = limited.Queue.TakeNext()!;
        Assert.Equal(earlier.Id, first.Job.Id);
        limited.Store.Charge(earlier, TimeSpan.FromSeconds(11), 3);
        limited.Store.MarkPainted(earlier.Id, 3, null);
        limited.Queue.Release(first);
        var other = limited.Enqueue(user: 2);

        Assert.NotNull(limited.Queue.Estimate(held).WaitReason);
        Assert.Null(limited.Queue.Estimate(other).WaitReason);
        var second = limited.Queue.TakeNext()!;
        Assert.Equal(other.Id, second.Job.Id);
        limited.Queue.Release(second);
        Assert.Null(limited.Queue.TakeNext());
    }

    [Fact]
    public void Pause_SurvivesARestart_AndNothingIsTakenUntilItEnds()
    {
        var job = _jobs.Enqueue();
        _jobs.Queue.Pause();
        using var next = new JobsFixture(_jobs.Folder);

        Assert.True(next.Queue.IsPaused);
        Assert.Null(next.Queue.TakeNext());
        Assert.Contains("paused", next.Queue.Estimate(job).WaitReason);

        next.Queue.Unpause();
        Assert.Equal(job.Id, next.Queue.TakeNext()!.Job.Id);
    }

    [Fact]
    public void Clear_CancelsAllThatWait_AndTellsOfEach()
    {
        var running = _jobs.Enqueue();
        _jobs.Queue.TakeNext();
        var waiting = new[] { _jobs.Enqueue().Id, _jobs.Enqueue().Id };
        var told = new List<long>();
        _jobs.Queue.Cancelled += job => told.Add(job.Id);

        Assert.Equal(waiting, _jobs.Queue.Clear("Cleared by an admin.").Select(job => job.Id));

        Assert.Equal(waiting, told);
        Assert.Equal(JobState.Painting, _jobs.Store.Find(running.Id)!.State);
        Assert.Equal(0, _jobs.Queue.Waiting);
    }

    [Fact]
    public void SetTier_PutsAWaitingJobBeforeTheOthers()
    {
        _jobs.Enqueue();
        var bumped = _jobs.Enqueue();

        Assert.True(_jobs.Queue.SetTier(bumped.Id, 1));

        Assert.Equal(1, _jobs.Queue.Estimate(bumped).Position);
        Assert.Equal(bumped.Id, _jobs.Queue.TakeNext()!.Job.Id);
        Assert.False(_jobs.Queue.SetTier(bumped.Id, 2));
    }

    [Fact]
    public void Plan_OfAThousandJobs_TakesMilliseconds()
    {
        for (var job = 0; job < 1000; job++) _jobs.Store.Enqueue(_jobs.New(user: (ulong)(job % 50)));
        var last = _jobs.Enqueue(user: 7);
        _jobs.Queue.Estimate(last);

        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        _jobs.Queue.SetTier(last.Id, 0);
        Assert.Equal(1001, _jobs.Queue.Estimate(last).Position);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
