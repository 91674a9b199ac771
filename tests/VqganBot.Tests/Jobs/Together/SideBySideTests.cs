using System.Collections.Concurrent;
using VqganBot.Bot.Replies.Wording;
using VqganBot.Jobs;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Jobs.Together;

/// <summary>Several jobs, and several pictures of one, that are painted together.</summary>
public sealed class SideBySideTests : IDisposable
{
    private readonly JobsFixture _jobs = new(options: new JobOptions { MostAtOnce = 3 });
    private readonly ConcurrentQueue<IReadOnlyList<long>> _rounds = new();

    public SideBySideTests() => _jobs.Generator.AfterRound = stepped =>
    {
        if (stepped.Count > 0) _rounds.Enqueue(stepped);
    };

    public void Dispose() => _jobs.Dispose();

    [Fact]
    public async Task JobsOfEqualShape_JoinBetweenSteps_OneOfAnotherShapeWaits_AndNobodyPassesIt()
    {
        await _jobs.StartAsync();
        var first = _jobs.Enqueue(user: 1, steps: 9);
        _jobs.Generator.Allow(2);
        await _jobs.Reporter.StepAsync(first.Id, 2);
        var second = _jobs.Enqueue(user: 2, steps: 9);
        await _jobs.Reporter.StartedAsync(second.Id);
        var odd = _jobs.Queue.Enqueue(_jobs.New(user: 3, order: order => order with { Width = 128 }));
        var late = _jobs.Enqueue(user: 4);
        _jobs.Generator.IsFree = true;

        foreach (var job in (Job[])[first, second, odd, late]) Assert.Equal(JobState.Painted, (await _jobs.Reporter.LeftAsync(job.Id)).State);

        Assert.Contains(_rounds, round => round.SequenceEqual([first.Id, second.Id]));
        Assert.All(_rounds.Where(round => round.Contains(odd.Id)), round => Assert.Equal([odd.Id], round));
        Assert.Equal([first.Id, second.Id, odd.Id, late.Id], _jobs.Reporter.Reports.Where(report => report is { Job: not null, HasLeft: false }).Select(report => report.Job!.Id));
    }

    [Fact]
    public async Task OneIsStopped_OneIsKept_TheOthersGoOn()
    {
        var (stopped, kept, other) = (_jobs.Enqueue(user: 1, steps: 50), _jobs.Enqueue(user: 2, steps: 50), _jobs.Enqueue(user: 3, steps: 5));
        await _jobs.StartAsync();
        _jobs.Generator.Allow(6);
        foreach (var job in (Job[])[stopped, kept, other]) await _jobs.Reporter.StepAsync(job.Id, 2);

        Assert.True(_jobs.Queue.Stop(stopped.Id, StopRequest.Drop, "You stopped it."));
        Assert.True(_jobs.Queue.Stop(kept.Id, StopRequest.Keep, "kept"));

        Assert.Equal(JobState.Cancelled, (await _jobs.Reporter.LeftAsync(stopped.Id)).State);
        Assert.Equal((JobState.Painted, 2), ((await _jobs.Reporter.LeftAsync(kept.Id)).State, _jobs.Store.Find(kept.Id)!.StepsDone));
        _jobs.Generator.Allow(3);
        Assert.Equal((JobState.Painted, 5), ((await _jobs.Reporter.LeftAsync(other.Id)).State, _jobs.Store.Find(other.Id)!.StepsDone));
    }

    [Fact]
    public async Task AFailureOfOne_IsItsOwn()
    {
        _jobs.Generator.BeforeStep = (job, done) =>
        {
            if (job.User.Value == 1 && done == 1) throw new GenerationException("No such colour.");
        };
        _jobs.Generator.IsFree = true;
        var (bad, good) = (_jobs.Enqueue(user: 1), _jobs.Enqueue(user: 2));
        await _jobs.StartAsync();

        Assert.Equal("No such colour.", (await _jobs.Reporter.LeftAsync(bad.Id)).Reason);
        Assert.Equal(JobState.Painted, (await _jobs.Reporter.LeftAsync(good.Id)).State);
    }

    [Fact]
    public async Task PicturesOfOneJob_AreOneBatch_AndKept_AllThatBegan()
    {
        var job = _jobs.Enqueue(steps: 10, count: 4);
        _jobs.Reporter.WantedFrames[job.Id] = true;
        await _jobs.StartAsync();
        _jobs.Generator.Allow(6);
        await _jobs.Reporter.StepAsync(job.Id, 2);
        var progress = _jobs.Reporter.Reports.Last(report => report.Progress is not null).Progress!;
        Assert.Equal((2, 1, 3, 4, 6), (progress.Step, progress.Tile, progress.Tiles, progress.Count, progress.StepsDone));
        Assert.Equal("3 of 4 pictures at once", ProgressText.Which(progress));
        Assert.Equal(6 / 40.0, ProgressText.Fraction(progress), tolerance: 1e-9);

        _jobs.Queue.Stop(job.Id, StopRequest.Keep, "kept");

        var left = await _jobs.Reporter.LeftAsync(job.Id);
        Assert.Equal((6, 3, 3), (left.StepsDone, left.Pictures, FinishedTiles.Of(left)));
        Assert.True(File.Exists(_jobs.Files.Picture(job.Id, 3)) && File.Exists(_jobs.Files.Grid(job.Id)) && !File.Exists(_jobs.Files.Picture(job.Id, 4)));
    }

    [Fact]
    public async Task StopAsync_LaysAllDown_AndTheNextProcessGoesOnWithEach()
    {
        Job[] all = [_jobs.Enqueue(user: 1, steps: 10), _jobs.Enqueue(user: 2, steps: 10), _jobs.Enqueue(user: 3, steps: 10)];
        await _jobs.StartAsync();
        _jobs.Generator.Allow(12);
        foreach (var job in all) await _jobs.Reporter.StepAsync(job.Id, 4);
        await _jobs.StopAsync();
        Assert.All(all, job => Assert.Equal(JobState.Queued, _jobs.Store.Find(job.Id)!.State));

        using var next = new JobsFixture(_jobs.Folder, options: _jobs.Options);
        var begun = new ConcurrentQueue<(long Job, int Step)>();
        next.Generator.Told = (what, id, _, step) =>
        {
            if (what == "begin") begun.Enqueue((id, step));
        };
        next.Generator.IsFree = true;
        await next.StartAsync();

        foreach (var job in all) Assert.Equal(10, (await next.Reporter.LeftAsync(job.Id)).StepsDone);
        Assert.Equal(all.Select(job => (job.Id, 4)), begun);
    }

    [Fact]
    public async Task WhatMayHaveKilledTheProcess_IsPaintedAlone()
    {
        Job[] all = [_jobs.Enqueue(user: 1), _jobs.Enqueue(user: 2), _jobs.Enqueue(user: 3)];
        _jobs.Store.Take(waiting => waiting[0]);
        _jobs.Generator.IsFree = true;
        await _jobs.StartAsync();

        foreach (var job in all) await _jobs.Reporter.LeftAsync(job.Id);

        Assert.All(_rounds.Where(round => round.Contains(all[0].Id)), round => Assert.Single(round));
        Assert.Contains(_rounds, round => round.SequenceEqual([all[1].Id, all[2].Id]));
    }

    [Fact]
    public async Task TooManyForTheMemory_HalvesTheirNumber_AndNobodysPicture()
    {
        _jobs.Generator.MostInMemory = 1;
        _jobs.Generator.IsFree = true;
        var (first, second) = (_jobs.Enqueue(user: 1, steps: 4), _jobs.Enqueue(user: 2, steps: 4));
        await _jobs.StartAsync();

        foreach (var job in (Job[])[first, second]) Assert.Equal((JobState.Painted, 0), ((await _jobs.Reporter.LeftAsync(job.Id)).State, _jobs.Store.Find(job.Id)!.Reductions));

        Assert.Equal([2, 1, 1, 1, 1, 1, 1], _rounds.Select(round => round.Count));
    }

    [Fact]
    public async Task GpuTime_IsSharedByThePicturesOfEach_AndSpeedIsThatOfAllTogether()
    {
        _jobs.Generator.AfterRound = stepped => _jobs.Clock.Advance(stepped.Count > 0 ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
        _jobs.Generator.IsFree = true;
        var (one, two) = (_jobs.Enqueue(user: 1, steps: 30), _jobs.Enqueue(user: 2, steps: 30, count: 2));
        await _jobs.StartAsync();

        Assert.Equal(10, (await _jobs.Reporter.LeftAsync(one.Id)).GpuTime.TotalSeconds, tolerance: 0.1);
        Assert.Equal(20, (await _jobs.Reporter.LeftAsync(two.Id)).GpuTime.TotalSeconds, tolerance: 0.1);
        Assert.Equal(3, _jobs.Queue.StepsPerSecond!.Value, tolerance: 0.1);
    }

    [Fact]
    public async Task ByMeasuring_AsManyArePaintedTogetherAsBringsMore()
    {
        using var jobs = new JobsFixture(options: new JobOptions());
        var rounds = new ConcurrentQueue<int>();
        // Four cost as much as one; more bring nothing.
        jobs.Generator.AfterRound = stepped =>
        {
            jobs.Clock.Advance(TimeSpan.FromSeconds(Math.Max(1, stepped.Count / 4.0)));
            rounds.Enqueue(stepped.Count);
        };
        jobs.Generator.IsFree = true;
        Job[] all = [.. Enumerable.Range(1, 10).Select(user => jobs.Enqueue((ulong)user, steps: 60))];
        await jobs.StartAsync();

        foreach (var job in all) Assert.Equal(JobState.Painted, (await jobs.Reporter.LeftAsync(job.Id)).State);

        Assert.Equal(8, rounds.Max());
        // Once it is found, the jobs that began while more were tried are finished; then there are four.
        Assert.Equal(1, rounds.First());
        Assert.Contains(4, rounds.SkipWhile(count => count != 8).SkipWhile(count => count == 8));
    }

    [Fact]
    public void TakeNext_WhoHasOneOnTheGpu_StandsBackForWhoHasNone()
    {
        using var jobs = new JobsFixture(options: new JobOptions { MostAtOnce = 2 });
        var (first, again, other) = (jobs.Enqueue(user: 1), jobs.Enqueue(user: 1), jobs.Enqueue(user: 2));

        Assert.Equal(first.Id, jobs.Queue.TakeNext()!.Job.Id);
        Assert.Equal(other.Id, jobs.Queue.TakeNext()!.Job.Id);
        Assert.Null(jobs.Queue.TakeNext());
        Assert.Equal(1, jobs.Queue.Estimate(again).Position);
        Assert.Equal(0, jobs.Queue.Estimate(other).Position);
    }

    [Fact]
    public async Task Watchdog_GivesUpAllThatStandStillTogether()
    {
        var entered = new TaskCompletionSource();
        using var hold = new ManualResetEventSlim();
        _jobs.Generator.BeforeStep = (job, done) =>
        {
            if (job.User.Value != 2 || done != 2) return;
            entered.SetResult();
            hold.Wait(TestTimeouts.Default, TestContext.Current.CancellationToken);
        };
        _jobs.Generator.IsFree = true;
        Job[] both = [_jobs.Enqueue(user: 1, steps: 90), _jobs.Enqueue(user: 2, steps: 90)];
        await _jobs.StartAsync();
        await entered.Task.WaitAsync(TestTimeouts.Default, TestContext.Current.CancellationToken);

        _jobs.Clock.Advance(TimeSpan.FromSeconds(65));

        foreach (var job in both) Assert.Contains("stood still", (await _jobs.Reporter.LeftAsync(job.Id)).Reason);
        hold.Set();
        Assert.Equal(JobState.Painted, (await _jobs.Reporter.LeftAsync(_jobs.Enqueue(user: 3).Id)).State);
        Assert.Null(_jobs.Worker.Problem);
    }
}
