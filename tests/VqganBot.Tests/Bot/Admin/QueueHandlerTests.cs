using VqganBot.Bot;
using VqganBot.Bot.Admin;
using VqganBot.Jobs;
using static VqganBot.Tests.Bot.Admin.HandlerBench;

namespace VqganBot.Tests.Bot.Admin;

public sealed class QueueHandlerTests : IAsyncLifetime
{
    private HandlerBench _bench = null!;
    private QueueHandler _handler = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await HandlerBench.StartAsync();
        _handler = new QueueHandler(_bench.Jobs.Queue, _bench.Jobs.Store, _bench.Audit, _bench.Admins);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task PauseAndResume_StopTheQueueAndLetItGoOn()
    {
        _bench.Jobs.Enqueue();
        Assert.Equal("The queue is **paused**. What is being painted is finished; 1 job waits until `/queue resume`.", await AskAsync("queue pause"));
        Assert.Equal("The queue is paused already. `/queue resume` lets it go on.", await AskAsync("queue pause"));
        Assert.Null(_bench.Jobs.Queue.TakeNext());
        Assert.Equal("The queue **goes on**, with 1 job waiting.", await AskAsync("queue resume"));
        Assert.Equal("The queue is not paused.", await AskAsync("queue resume"));
        Assert.NotNull(_bench.Jobs.Queue.TakeNext());
        Assert.Equal(["grace: queue resume :  -> ", "grace: queue pause :  -> "], _bench.AuditLines());
    }

    [Fact]
    public async Task Clear_SaysHowManyWereCancelled()
    {
        Assert.Equal("Nothing was waiting.", await AskAsync("queue clear"));
        var first = _bench.Jobs.Enqueue();
        _bench.Jobs.Enqueue(user: 2);
        Assert.Equal("**2 jobs** were cancelled. What is being painted goes on.", await AskAsync("queue clear"));
        Assert.Equal((JobState.Cancelled, "An admin cleared the queue."), (_bench.Jobs.Store.Find(first.Id)!.State, _bench.Jobs.Store.Find(first.Id)!.Reason));
    }

    [Fact]
    public async Task Bump_AWaitingJob_GoesFirst()
    {
        _bench.Jobs.Enqueue(user: 1);
        var last = _bench.Jobs.Enqueue(user: 2);
        Assert.Equal($"Job #{last.Id} moves up in the line: place 2 → **1**.", await AskAsync("queue bump", Option("job", last.Id, 4)));
        Assert.Equal(last.Id, _bench.Jobs.Queue.TakeNext()!.Job.Id);
        Assert.Equal([$"grace: queue bump job #{last.Id}: place 2 -> place 1"], _bench.AuditLines());
    }

    [Fact]
    public async Task Bump_WhatDoesNotWait_SaysWhatItDoes()
    {
        var job = _bench.Jobs.Enqueue();
        _bench.Jobs.Queue.TakeNext();
        Assert.Equal($"Job #{job.Id} does not wait: it is painting.", await RefusedAsync("queue bump", Option("job", job.Id, 4)));
        Assert.Equal("There is no job #999 here.", await RefusedAsync("queue bump", Option("job", 999, 4)));
    }

    [Fact]
    public async Task AnAdminOfAnotherServer_ManagesOnlyTheJobsOfTheirOwn()
    {
        _bench.Admins.OperatorServers = "12, 13";
        var mine = _bench.Jobs.Enqueue();
        var other = _bench.Jobs.Queue.Enqueue(_bench.Jobs.New(user: 2) with { Requester = new JobRequester { User = new(2), UserName = "b", Guild = new(12), Channel = new(1) } });
        Assert.StartsWith("The queue is shared with other servers", await RefusedAsync("queue pause"));
        Assert.Equal($"There is no job #{other.Id} here.", await RefusedAsync("queue bump", Option("job", other.Id, 4)));
        Assert.Equal("**1 job** was cancelled. What is being painted goes on.", await AskAsync("queue clear"));
        Assert.Equal(JobState.Cancelled, _bench.Jobs.Store.Find(mine.Id)!.State);
        Assert.Equal(JobState.Queued, _bench.Jobs.Store.Find(other.Id)!.State);
    }

    private Task<string> AskAsync(string command, params string[] options) => _bench.AskAsync(_handler.HandleAsync, _bench.Command(command, string.Join(", ", options)));

    private Task<string> RefusedAsync(string command, params string[] options) => _bench.RefusedAsync(_handler.HandleAsync, _bench.Command(command, string.Join(", ", options)));
}
