using VqganBot.Generation.Synthesis;
using VqganBot.Jobs;

namespace VqganBot.Tests.Jobs;

public sealed class JobWorkerTests : IDisposable
{
    private readonly JobsFixture _jobs = new();

    public void Dispose() => _jobs.Dispose();

    [Fact]
    public async Task Job_IsPaintedOnTheOneThread_AndLeftForDelivery()
    {
        _jobs.Generator.IsFree = true;
        await _jobs.StartAsync();
        var job = _jobs.Enqueue(steps: 4, count: 2);

        var left = await _jobs.Reporter.LeftAsync(job.Id);

        Assert.Equal((JobState.Painted, 8), (left.State, left.StepsDone));
        Assert.True(File.Exists(_jobs.Files.Grid(job.Id)));
        Assert.Equal("painter", _jobs.Generator.ThreadName);
        Assert.True(_jobs.Generator.IsPrepared);
    }

    [Fact]
    public async Task Stop_WhileItIsPainted_IsWrittenDownAtOnceAndLeavesNoFiles()
    {
        await _jobs.StartAsync();
        var job = _jobs.Enqueue();
        await _jobs.Reporter.StartedAsync(job.Id);

        Assert.True(_jobs.Queue.Stop(job.Id, StopRequest.Drop, "You stopped it."));

        Assert.Equal(JobState.Cancelled, _jobs.Store.Find(job.Id)!.State);
        Assert.Equal("You stopped it.", (await _jobs.Reporter.LeftAsync(job.Id)).Reason);
        Assert.False(Directory.Exists(_jobs.Files.Folder(job.Id)));
        Assert.False(_jobs.Queue.Stop(job.Id, StopRequest.Drop, "Again."));
    }

    [Fact]
    public async Task Start_WhatIsGivenUpAfterManyCrashes_IsTold()
    {
        var job = _jobs.Enqueue();
        for (var crash = 1; crash < _jobs.Options.MostCrashes; crash++)
        {
            _jobs.Store.Take(waiting => waiting[0]);
            _jobs.Store.RequeueAll(_jobs.Options.MostCrashes);
        }

        _jobs.Store.Take(waiting => waiting[0]);
        await _jobs.StartAsync();

        Assert.Equal(JobState.Failed, (await _jobs.Reporter.LeftAsync(job.Id)).State);
    }

    [Fact]
    public async Task Keep_WhileItIsPainted_MakesWhatIsThereTheFinalPicture()
    {
        await _jobs.StartAsync();
        var job = _jobs.Enqueue(steps: 100);
        _jobs.Generator.Allow(5);
        await _jobs.Reporter.StepAsync(job.Id, 5);

        Assert.True(_jobs.Queue.Stop(job.Id, StopRequest.Keep, "kept"));

        var left = await _jobs.Reporter.LeftAsync(job.Id);
        Assert.Equal((JobState.Painted, 5), (left.State, left.StepsDone));
        Assert.True(File.Exists(_jobs.Files.Picture(job.Id, 1)));
    }

    [Fact]
    public async Task Stop_WhileItWaits_CancelsAndTells()
    {
        await _jobs.StartAsync();
        var running = _jobs.Enqueue();
        await _jobs.Reporter.StartedAsync(running.Id);
        var waiting = _jobs.Enqueue();

        Assert.True(_jobs.Queue.Stop(waiting.Id, StopRequest.Drop, "You stopped it."));

        Assert.Equal(JobState.Cancelled, (await _jobs.Reporter.LeftAsync(waiting.Id)).State);
    }

    [Fact]
    public async Task StopAsync_LaysTheJobDown_AndTheNextProcessGoesOnWithItFirst()
    {
        await _jobs.StartAsync();
        var job = _jobs.Enqueue(user: 1, steps: 10);
        _jobs.Generator.Allow(4);
        await _jobs.Reporter.StepAsync(job.Id, 4);
        var newcomer = _jobs.Enqueue(user: 2);
        await _jobs.StopAsync();
        Assert.Equal(JobState.Queued, (await _jobs.Reporter.LeftAsync(job.Id)).State);
        Assert.True(_jobs.Generator.IsDisposed);

        using var next = new JobsFixture(_jobs.Folder);
        var begun = new List<(long Job, int Step)>();
        next.Generator.Told = (what, id, _, step) => { if (what == "begin") begun.Add((id, step)); };
        next.Generator.IsFree = true;
        await next.StartAsync();

        await next.Reporter.LeftAsync(newcomer.Id);
        Assert.Equal([(job.Id, 4), (newcomer.Id, 0)], begun);
        Assert.Equal(10, next.Store.Find(job.Id)!.StepsDone);
    }

    [Fact]
    public async Task Start_AfterAKill_GoesOnFromTheSavedState()
    {
        var job = _jobs.Enqueue(steps: 10);
        _jobs.Store.Take(waiting => waiting[0]);
        File.WriteAllText(_jobs.Files.State(job.Id, 1), "6");
        var from = -1;
        _jobs.Generator.Told = (what, _, _, step) => from = what == "begin" ? step : from;
        _jobs.Generator.IsFree = true;

        await _jobs.StartAsync();

        Assert.Equal(JobState.Painted, (await _jobs.Reporter.LeftAsync(job.Id)).State);
        Assert.Equal(6, from);
    }

    [Fact]
    public async Task OutOfMemory_IsTriedWithFewerViewsThenSmaller_AndSaidInTheNote()
    {
        var reductions = new List<int>();
        _jobs.Generator.BeforeStep = (job, _) =>
        {
            reductions.Add(job.Reductions);
            if (job.Reductions < 2) throw OutOfMemory();
        };
        _jobs.Generator.IsFree = true;
        await _jobs.StartAsync();
        var job = _jobs.Enqueue(steps: 1);

        var left = await _jobs.Reporter.LeftAsync(job.Id);

        Assert.Equal([0, 1, 2], reductions);
        Assert.Equal((JobState.Painted, 2), (left.State, left.Reductions));
        Assert.Contains("smaller", left.Note);
    }

    [Fact]
    public async Task OutOfMemory_EvenMadeSmaller_FailsWithAdvice()
    {
        _jobs.Generator.BeforeStep = (_, _) => throw OutOfMemory();
        _jobs.Generator.IsFree = true;
        await _jobs.StartAsync();

        var left = await _jobs.Reporter.LeftAsync(_jobs.Enqueue().Id);

        Assert.Equal(JobState.Failed, left.State);
        Assert.Contains("smaller size", left.Reason);
    }

    [Theory]
    [InlineData(true, "No such colour.")]
    [InlineData(false, "Something went wrong")]
    public async Task Failure_TellsOnlyWhatItsRequesterMayRead_AndTheNextJobIsPainted(bool isForPeople, string reason)
    {
        _jobs.Generator.BeforeStep = (job, _) =>
        {
            if (job.User.Value == 1) throw isForPeople ? new GenerationException("No such colour.") : new InvalidOperationException("secret path");
        };
        _jobs.Generator.IsFree = true;
        await _jobs.StartAsync();
        var bad = _jobs.Enqueue(user: 1);
        var good = _jobs.Enqueue(user: 2);

        var left = await _jobs.Reporter.LeftAsync(bad.Id);

        Assert.Equal(JobState.Failed, left.State);
        Assert.StartsWith(reason, left.Reason);
        Assert.DoesNotContain("secret", left.Reason);
        Assert.Equal(JobState.Painted, (await _jobs.Reporter.LeftAsync(good.Id)).State);
    }

    [Fact]
    public async Task Dropped_WhenItsFilesVanishUnderThePainter_IsCancelledAndNotFailed()
    {
        _jobs.Generator.BeforeStep = (job, _) =>
        {
            _jobs.Queue.Stop(job.Id, StopRequest.Drop, "You stopped it.");
            throw new DirectoryNotFoundException("the folder is gone");
        };
        _jobs.Generator.IsFree = true;
        await _jobs.StartAsync();

        var left = await _jobs.Reporter.LeftAsync(_jobs.Enqueue().Id);

        Assert.Equal((JobState.Cancelled, "You stopped it."), (left.State, left.Reason));
    }

    [Fact]
    public async Task Deleted_WhileItIsPainted_LeavesNothing_AndReportersLetGoOfIt()
    {
        await _jobs.StartAsync();
        var job = _jobs.Enqueue();
        await _jobs.Reporter.StartedAsync(job.Id);
        _jobs.Store.Forget(job.User);
        _jobs.Generator.Allow(3);

        Assert.Equal(JobState.Cancelled, (await _jobs.Reporter.LeftAsync(job.Id)).State);
        Assert.Null(_jobs.Store.Find(job.Id));
        Assert.False(Directory.Exists(_jobs.Files.Folder(job.Id)));
    }

    [Fact]
    public async Task Watchdog_GivesUpAStuckStep_AndIsWellAgainWhenTheThreadComesBack()
    {
        var entered = new TaskCompletionSource();
        using var hold = new ManualResetEventSlim();
        _jobs.Generator.BeforeStep = (job, done) =>
        {
            if (job.User.Value != 1 || done != 2) return;
            entered.SetResult();
            hold.Wait(TestKit.TestTimeouts.Default, TestContext.Current.CancellationToken);
        };
        _jobs.Generator.IsFree = true;
        await _jobs.StartAsync();
        var stuck = _jobs.Enqueue(user: 1);
        await entered.Task.WaitAsync(TestKit.TestTimeouts.Default, TestContext.Current.CancellationToken);
        var next = _jobs.Enqueue(user: 2);

        _jobs.Clock.Advance(TimeSpan.FromSeconds(55));
        Assert.Null(_jobs.Worker.Problem);
        _jobs.Clock.Advance(TimeSpan.FromSeconds(10));

        var left = await _jobs.Reporter.LeftAsync(stuck.Id);
        Assert.Equal(JobState.Failed, left.State);
        Assert.Contains("stood still", left.Reason);
        Assert.Contains("stood still", _jobs.Worker.Problem);

        hold.Set();
        Assert.Equal(JobState.Painted, (await _jobs.Reporter.LeftAsync(next.Id)).State);
        Assert.Null(_jobs.Worker.Problem);
        Assert.Equal(JobState.Failed, _jobs.Store.Find(stuck.Id)!.State);
        Assert.Single(_jobs.Reporter.Reports, report => report.HasLeft && report.Job!.Id == stuck.Id);
    }

    [Fact]
    public async Task Frames_ComeOnlyWhenWanted_AndNotMoreOftenThanThePreviewInterval()
    {
        await _jobs.StartAsync();
        var job = _jobs.Enqueue(steps: 6);
        _jobs.Reporter.WantedFrames[job.Id] = true;
        await _jobs.Reporter.StartedAsync(job.Id);
        for (var step = 1; step <= 6; step++)
        {
            if (step == 6) _jobs.Reporter.WantedFrames.Clear();
            _jobs.Generator.Allow(1);
            await _jobs.Reporter.StepAsync(job.Id, step);
            _jobs.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await _jobs.Reporter.LeftAsync(job.Id);
        Assert.Equal(
            [true, false, false, true, false, false],
            _jobs.Reporter.Reports.Where(report => report.Progress is not null).Select(report => report.Progress!.Frame is not null));
    }

    [Fact]
    public async Task GpuTime_IsChargedToJobAndUser_AndMeasuresTheSpeed()
    {
        await _jobs.StartAsync();
        var job = _jobs.Enqueue(user: 3, steps: 21);
        await _jobs.Reporter.StartedAsync(job.Id);
        for (var step = 1; step <= 21; step++)
        {
            _jobs.Clock.Advance(TimeSpan.FromSeconds(1));
            _jobs.Generator.Allow(1);
            await _jobs.Reporter.StepAsync(job.Id, step);
        }

        var left = await _jobs.Reporter.LeftAsync(job.Id);

        Assert.Equal(TimeSpan.FromSeconds(21), left.GpuTime);
        Assert.Equal(21, _jobs.Ledger.Shares()[left.User].SecondsAt(_jobs.Clock.GetUtcNow()), tolerance: 1);
        Assert.Equal(1, _jobs.Queue.StepsPerSecond!.Value, tolerance: 0.01);
        Assert.Equal(1, new SpeedGauge(_jobs.Memory).StepsPerSecond!.Value, tolerance: 0.01);
    }

    private static OutOfMemoryOnDeviceException OutOfMemory() =>
        new(Canvas.Fit(64, 64, 8), new PaintingSettings(), "cuda", new InvalidOperationException("CUDA out of memory"));
}
