using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Tests.Jobs;

public sealed class JobStoreTests : IDisposable
{
    private readonly JobsFixture _jobs = new();

    public void Dispose() => _jobs.Dispose();

    [Fact]
    public void Enqueue_ThenFind_GivesBackAllOfIt()
    {
        var asked = _jobs.New(user: ulong.MaxValue - 1, order: order => order with { Negative = "blurry", Style = "Oil", StyleWords = "oil painting", Strength = 0.4, ParentJob = 3, ParentTile = 2 });

        var found = _jobs.Store.Find(_jobs.Store.Enqueue(asked).Id)!;

        Assert.Equal(asked.Order, found.Order);
        Assert.Equal(asked.Reply, found.Reply);
        Assert.Equivalent(asked.Requester, found.Requester, strict: true);
        Assert.Equal(_jobs.Clock.GetUtcNow(), found.CreatedAt);
        Assert.Equal(JobState.Queued, found.State);
        Assert.Null(found.StartedAt);
    }

    [Fact]
    public void Enqueue_TheSameInteractionTwice_IsOneJobAndNotCheckedAgain()
    {
        var asked = _jobs.New();
        var first = _jobs.Store.Enqueue(asked);

        var second = _jobs.Store.Enqueue(asked, _ => throw new InvalidOperationException("checked again"));

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(1, _jobs.Queue.Waiting);
    }

    [Fact]
    public void Enqueue_WhenTheCheckRefuses_LeavesNothing()
    {
        Assert.Throws<InvalidOperationException>(() => _jobs.Store.Enqueue(_jobs.New(), _ => throw new InvalidOperationException("refused")));

        Assert.Equal(0, _jobs.Queue.Waiting);
    }

    [Fact]
    public void Enqueue_WhenItsFilesCannotBeWritten_LeavesNothing()
    {
        Assert.Throws<IOException>(() => _jobs.Store.Enqueue(_jobs.New(), prepare: _ => throw new IOException("disk full")));

        Assert.Equal(0, _jobs.Queue.Waiting);
    }

    [Fact]
    public void Moves_FromAnyOtherState_DoNothing()
    {
        var job = _jobs.Store.Enqueue(_jobs.New());

        Assert.False(_jobs.Store.MarkPainted(job.Id, 3, null));
        Assert.False(_jobs.Store.MarkDelivered(job.Id, null));
        Assert.False(_jobs.Store.MarkUndeliverable(job.Id, "nowhere"));
        Assert.False(_jobs.Store.Fail(job.Id, "broken"));
        Assert.False(_jobs.Store.Requeue(job.Id));
        Assert.False(_jobs.Store.Delete(job.Id));
        Assert.Equal(JobState.Queued, _jobs.Store.Find(job.Id)!.State);
    }

    [Fact]
    public void MarkDelivered_Twice_IsTrueOnceAndForgetsTheToken()
    {
        var job = Painted();

        Assert.True(_jobs.Store.MarkDelivered(job.Id, new Snowflake(77)));
        Assert.False(_jobs.Store.MarkDelivered(job.Id, new Snowflake(78)));

        var found = _jobs.Store.OfMessage(new Snowflake(77))!;
        Assert.Equal((job.Id, JobState.Delivered, ""), (found.Id, found.State, found.Reply.Token));
    }

    [Fact]
    public void Cancelled_UntilItsRequesterKnows_IsUntold()
    {
        var job = _jobs.Store.Enqueue(_jobs.New());
        Assert.True(_jobs.Store.Cancel(job.Id, "You stopped it."));
        Assert.False(_jobs.Store.Cancel(job.Id, "Again."));

        var untold = Assert.Single(_jobs.Store.Untold());
        Assert.Equal(("You stopped it.", "token 1001"), (untold.Reason, untold.Reply.Token));

        _jobs.Store.ForgetToken(job.Id);
        Assert.Empty(_jobs.Store.Untold());
    }

    [Fact]
    public void ForgetExpiredTokens_TakesOnlyThoseThatOpenNothing()
    {
        var old = _jobs.Store.Enqueue(_jobs.New());
        _jobs.Clock.Advance(TimeSpan.FromMinutes(10));
        var young = _jobs.Store.Enqueue(_jobs.New());
        _jobs.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(1, _jobs.Store.ForgetExpiredTokens());
        Assert.Equal("", _jobs.Store.Find(old.Id)!.Reply.Token);
        Assert.Equal("token 1002", _jobs.Store.Find(young.Id)!.Reply.Token);
    }

    [Fact]
    public void Cancelled_AfterItsTokenExpired_IsUntoldAllTheSame()
    {
        var job = _jobs.Store.Enqueue(_jobs.New());
        _jobs.Clock.Advance(TimeSpan.FromMinutes(16));
        _jobs.Store.ForgetExpiredTokens();
        _jobs.Store.Cancel(job.Id, "You stopped it.");

        Assert.Equal("", Assert.Single(_jobs.Store.Untold()).Reply.Token);
        Assert.Equal(0, _jobs.Store.ForgetExpiredTokens());

        _jobs.Store.ForgetToken(job.Id);
        Assert.Empty(_jobs.Store.Untold());
    }

    [Fact]
    public void OfUserAndOfChannel_ShowTheLatestFirst_AndNothingPrivateToTheChannel()
    {
        var waiting = _jobs.Store.Enqueue(_jobs.New(user: 1));
        var shown = Painted(user: 1);
        _jobs.Store.MarkDelivered(shown.Id, null);
        var hidden = Painted(user: 1, isPrivate: true);
        _jobs.Store.MarkDelivered(hidden.Id, null);

        Assert.Equal([hidden.Id, shown.Id, waiting.Id], _jobs.Store.OfUser(new Snowflake(1), 10).Select(job => job.Id));
        Assert.Equal([shown.Id], _jobs.Store.OfUser(new Snowflake(1), 10, offset: 1, picturesOnly: true).Select(job => job.Id));
        Assert.Equal([shown.Id], _jobs.Store.OfChannel(new Snowflake(6), 10).Select(job => job.Id));
        Assert.Empty(_jobs.Store.OfChannel(new Snowflake(7), 10));
        Assert.Empty(_jobs.Store.OfUser(new Snowflake(2), 10));
    }

    [Fact]
    public void Forget_LeavesNoRowOfTheUser_AndNoIdComesTwice()
    {
        var job = _jobs.Store.Enqueue(_jobs.New(user: 1));
        var other = _jobs.Store.Enqueue(_jobs.New(user: 2));

        Assert.Equal([job.Id], _jobs.Store.Forget(new Snowflake(1)));

        Assert.Null(_jobs.Store.Find(job.Id));
        Assert.NotNull(_jobs.Store.Find(other.Id));
        _jobs.Store.Forget(new Snowflake(2));
        Assert.True(_jobs.Store.Enqueue(_jobs.New()).Id > other.Id);
    }

    [Fact]
    public void RequeueAll_GivesUpWhatKillsTheProcessAgainAndAgain()
    {
        var job = _jobs.Store.Enqueue(_jobs.New());
        for (var crash = 1; crash <= 2; crash++)
        {
            Take();
            _jobs.Store.RequeueAll(mostCrashes: 3);
            Assert.Equal(JobState.Queued, _jobs.Store.Find(job.Id)!.State);
        }

        _jobs.Store.Charge(Take(), TimeSpan.FromSeconds(1), stepsDone: 1); // it got on: the count begins anew
        for (var crash = 1; crash <= 3; crash++)
        {
            Assert.Equal(JobState.Painting, _jobs.Store.Find(job.Id)!.State);
            _jobs.Store.RequeueAll(mostCrashes: 3);
            if (crash < 3) Take();
        }

        var found = _jobs.Store.Find(job.Id)!;
        Assert.Equal(JobState.Failed, found.State);
        Assert.Contains("3 times", found.Reason);
    }

    private Job Take() => _jobs.Store.Take(waiting => waiting.FirstOrDefault())!;

    private Job Painted(ulong user = 1, bool isPrivate = false)
    {
        var asked = _jobs.New(user);
        var job = _jobs.Store.Enqueue(asked with { Reply = asked.Reply with { IsPrivate = isPrivate } });
        _jobs.Store.Take(waiting => waiting.Single(candidate => candidate.Id == job.Id));
        Assert.True(_jobs.Store.MarkPainted(job.Id, 3, null));
        return job;
    }
}
