using System.Collections.Concurrent;
using VqganBot.Bot.Replies;
using VqganBot.Jobs;

namespace VqganBot.Tests.Jobs.Together;

/// <summary>A painting that is laid down between two steps for a shorter one, and taken up again. One step takes a second.</summary>
public sealed class SetAsideTests : IDisposable
{
    private readonly JobsFixture _jobs = new();

    public SetAsideTests() => _jobs.Speed.Observe(_jobs.New().Order, steps: 100, TimeSpan.FromSeconds(100));

    public void Dispose() => _jobs.Dispose();

    [Fact]
    public async Task AShortJob_OvertakesALongOne_AndBothEndRight()
    {
        var begun = new ConcurrentQueue<(long Job, int Step)>();
        var steps = 0;
        Job? small = null;
        _jobs.Generator.Told = (what, id, _, step) =>
        {
            if (what == "begin") begun.Enqueue((id, step));
        };
        _jobs.Generator.AfterRound = stepped =>
        {
            if (stepped.Count == 0) return;
            if (++steps == 2) small = _jobs.Enqueue(user: 2, steps: 2);
            _jobs.Clock.Advance(TimeSpan.FromSeconds(1));
        };
        _jobs.Generator.IsFree = true;
        var large = _jobs.Enqueue(user: 1, steps: 100);
        await _jobs.StartAsync();

        Assert.Equal((JobState.Painted, 100), ((await UntilPaintedAsync(large)).State, _jobs.Store.Find(large.Id)!.StepsDone));

        var aside = _jobs.Reporter.Reports.First(report => report.HasLeft).Job!;
        Assert.Equal((large.Id, JobState.Queued, true), (aside.Id, aside.State, aside.IsAside));
        Assert.InRange(aside.StepsDone, 20, 26);
        Assert.Equal([(large.Id, 0), (small!.Id, 0), (large.Id, aside.StepsDone)], begun);
        Assert.Equal((2, 0), (_jobs.Store.Find(small.Id)!.StepsDone, _jobs.Store.Find(large.Id)!.Crashes));
        Assert.Equal(100, _jobs.Store.Find(large.Id)!.GpuTime.TotalSeconds, tolerance: 0.1);
    }

    [Fact]
    public void WhatIsSetAside_SaysWhenItGoesOn_AndIsNextAfterThoseThatOvertake()
    {
        var large = Begin(user: 1, steps: 300);
        var (first, second, tooLong) = (_jobs.Enqueue(user: 2, steps: 8), _jobs.Enqueue(user: 3, steps: 8), _jobs.Enqueue(user: 4, steps: 8));
        Run(large, TimeSpan.FromSeconds(20), left: 280);

        _jobs.Queue.MakeWay();
        Assert.Equal(StopRequest.Aside, large.Stop);
        Assert.Null(_jobs.Queue.TakeNext());
        LayAside(large);

        // Two go into the time that it was painted for, three would not.
        var laid = _jobs.Store.Find(large.Job.Id)!;
        var goesOn = _jobs.Clock.GetUtcNow() + TimeSpan.FromSeconds(16);
        Assert.Equal((3, goesOn), (_jobs.Queue.Estimate(laid).Position, _jobs.Queue.Estimate(laid).StartsAt));
        Assert.Contains($"**Set aside at step 20 of 300** for a shorter one · it goes on <t:{goesOn.ToUnixTimeSeconds()}:R> · done <t:", ReplyWriter.Queued(laid, _jobs.Queue.Estimate(laid)).Content);
        foreach (var expected in (Job[])[first, second])
        {
            var running = _jobs.Queue.TakeNext()!;
            Assert.Equal(expected.Id, running.Job.Id);
            Finish(running, TimeSpan.FromSeconds(8));
        }

        var again = _jobs.Queue.TakeNext()!;
        Assert.Equal((large.Job.Id, 20), (again.Job.Id, again.Job.StepsDone));
        Assert.Contains("🎨 **Going on at step 20 of 300.**", ReplyWriter.Starting(again.Job).Content);
        Assert.Equal(1, _jobs.Queue.Estimate(tooLong).Position);

        // After a restart it was the restart that interrupted it.
        _jobs.Store.RequeueAll(5);
        Assert.Contains("I was restarted", ReplyWriter.Starting(_jobs.Store.Take(waiting => waiting.First(job => job.Id == large.Job.Id))!).Content);
    }

    [Theory]
    [InlineData(8, 20, 100, 0, 0, true)]
    [InlineData(8, 19, 100, 0, 0, false)] // it had no slice yet
    [InlineData(21, 20, 100, 0, 0, false)] // it would wait longer than it was painted
    [InlineData(20, 50, 59, 0, 0, false)] // not much shorter than what is left
    [InlineData(20, 50, 61, 0, 0, true)]
    [InlineData(8, 20, 100, 500, 0, false)] // whoever had more of the GPU stands back
    [InlineData(8, 20, 100, 0, 1, false)] // what an admin bumped is not set aside
    public void MakeWay_OnlyWhereItIsWorthItAndFair(int takes, int painted, int left, int used, int tier, bool isSetAside)
    {
        var large = Begin(user: 1, steps: 200, tier);
        var small = _jobs.Enqueue(user: 2, steps: takes);
        if (used > 0) _jobs.Store.Charge(small, TimeSpan.FromSeconds(used), 0);
        Run(large, TimeSpan.FromSeconds(painted), left);

        _jobs.Queue.MakeWay();

        Assert.Equal(isSetAside ? StopRequest.Aside : StopRequest.None, large.Stop);
    }

    [Fact]
    public void MakeWay_ForADraftOfOnesOwn_ThoughOnlyOneMayRunAtOnce()
    {
        using var limited = new JobsFixture(limits: """{ "everyone": { "running_at_once": 1 } }""");
        limited.Speed.Observe(limited.New().Order, steps: 100, TimeSpan.FromSeconds(100));
        limited.Enqueue(user: 1, steps: 30);
        var large = limited.Queue.TakeNext()!;
        var draft = limited.Queue.Enqueue(limited.New(user: 1, steps: 1, order: order => order with { Kind = JobKind.Draft, Candidates = 8 }));
        limited.Clock.Advance(TimeSpan.FromSeconds(20));
        large.Advanced(new JobProgress(large.Job.Id, 20, 30, 1, 1, [], 1, TimeSpan.FromSeconds(10), null));

        limited.Queue.MakeWay();

        Assert.Equal(StopRequest.Aside, large.Stop);
        limited.Store.LayAside(large.Job.Id);
        limited.Queue.Release(large);
        var overtaking = limited.Queue.TakeNext()!;
        Assert.Equal(draft.Id, overtaking.Job.Id);

        // What is drafted is soon over, and is not laid down for anything.
        limited.Enqueue(user: 2, steps: 1);
        limited.Clock.Advance(TimeSpan.FromSeconds(30));
        limited.Queue.MakeWay();
        Assert.Equal(StopRequest.None, overtaking.Stop);
        Assert.Null(limited.Queue.TakeNext());
    }

    [Fact]
    public void WhoOvertakes_AndIsStoppedMeanwhile_LeavesNoGap()
    {
        var large = Begin(user: 1, steps: 300);
        var small = _jobs.Enqueue(user: 2, steps: 2);
        Run(large, TimeSpan.FromSeconds(20), left: 280);
        _jobs.Queue.MakeWay();
        LayAside(large);

        _jobs.Queue.Stop(small.Id, StopRequest.Drop, "Not wanted any more.");

        Assert.Equal(large.Job.Id, _jobs.Queue.TakeNext()!.Job.Id);
    }

    [Fact]
    public void AnHourOfShortJobs_LeavesHalfOfTheTimeToTheLongOne()
    {
        var simulation = new DeskSimulation(atOnce: 1, slice: TimeSpan.FromSeconds(20));
        simulation.Add(user: 99, TimeSpan.Zero, steps: 1800);
        // Each of them by somebody who had nothing yet, more than there is time for.
        for (var at = 1; at < 3600; at += 8) simulation.Add((ulong)(100 + at), TimeSpan.FromSeconds(at), steps: 10);

        var served = simulation.Run(TimeSpan.FromHours(1));

        Assert.InRange(served.Single(turn => turn.User == 99).Gpu.TotalSeconds, 1500, 1800);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AnHourOfFiftyUsersAndThreeHogsWithLongJobs_PeopleWaitLess_AndTheRestIsShared(int atOnce)
    {
        var (before, _) = Hour(atOnce, slice: TimeSpan.FromHours(1));
        var (waits, hogs) = Hour(atOnce, slice: TimeSpan.FromSeconds(20));

        Assert.InRange(waits[waits.Count / 2], 0, before[before.Count / 2] / 3);
        Assert.InRange(waits[waits.Count * 95 / 100], 0, before[before.Count * 95 / 100] * 0.8);
        Assert.Equal(3, hogs.Count);
        Assert.InRange(hogs.Max() / hogs.Min(), 1, 1.3);
        Assert.InRange(hogs.Sum(), 2500, 2600);
    }

    // 1000 s of the hour are people's.
    private static (List<double> Waits, List<double> Hogs) Hour(int atOnce, TimeSpan slice)
    {
        var simulation = new DeskSimulation(atOnce, slice);
        foreach (var hog in (ulong[])[101, 102, 103])
            for (var job = 0; job < 20; job++) simulation.Add(hog, TimeSpan.Zero, steps: 200);
        var chance = new Random(3);
        for (ulong user = 1; user <= 50; user++)
            for (var job = 0; job < 2; job++) simulation.Add(user, TimeSpan.FromSeconds(chance.Next(3500)), steps: 10);

        var served = simulation.Run(TimeSpan.FromHours(1));

        var waits = served.Where(turn => turn.User < 100).Select(turn => turn.Wait.TotalSeconds).Order().ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
            $"{atOnce} at once, slices of {slice.TotalSeconds} s: {waits.Count} jobs of people waited {waits[waits.Count / 2]:F0} s in the median, {waits[waits.Count * 95 / 100]:F0} s in 95 %, {waits[^1]:F0} s at most"));
        return (waits, served.Where(turn => turn.User > 100).GroupBy(turn => turn.User).Select(turns => turns.Sum(turn => turn.Gpu.TotalSeconds)).ToList());
    }

    private RunningJob Begin(ulong user, int steps, int tier = 0)
    {
        _jobs.Queue.SetTier(_jobs.Enqueue(user, steps).Id, tier);
        return _jobs.Queue.TakeNext()!;
    }

    private void Run(RunningJob running, TimeSpan time, int left)
    {
        _jobs.Clock.Advance(time);
        var steps = running.Job.Order.Steps;
        running.Advanced(new JobProgress(running.Job.Id, steps - left, steps, 1, 1, [], 1, TimeSpan.FromSeconds(left), null));
        _jobs.Store.Charge(running.Job, time, steps - left);
    }

    private void LayAside(RunningJob running)
    {
        _jobs.Store.LayAside(running.Job.Id);
        _jobs.Queue.Release(running);
    }

    private void Finish(RunningJob running, TimeSpan time)
    {
        _jobs.Clock.Advance(time);
        _jobs.Store.Charge(running.Job, time, running.Job.Order.Steps);
        _jobs.Store.MarkPainted(running.Job.Id, running.Job.Order.Steps, null);
        _jobs.Queue.Release(running);
    }

    private async Task<Job> UntilPaintedAsync(Job job)
    {
        await _jobs.Reporter.UntilAsync(reports => reports.Any(report => report is { HasLeft: true, Job.State: JobState.Painted } && report.Job.Id == job.Id));
        return _jobs.Store.Find(job.Id)!;
    }
}
