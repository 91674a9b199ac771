using VqganBot.Bot.Sight;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Tests.Jobs;

namespace VqganBot.Tests.Bot.Sight;

public sealed class EmbeddingStoreTests : IDisposable
{
    private readonly JobsFixture _jobs = new();

    private EmbeddingStore Store => new(_jobs.Database);

    public void Dispose() => _jobs.Dispose();

    [Fact]
    public void Unseen_AfterAnotherClipCame_AreAllAgain_TheNewestFirst()
    {
        var (first, second) = (Shown(), Shown());
        _jobs.Enqueue();
        Store.Keep(first.Id, "old", Vectors);
        Assert.Equal([second.Id], Store.Unseen("old"));
        Assert.Equal([second.Id, first.Id], Store.Unseen("new"));

        Store.Keep(first.Id, "new", Vectors);
        Assert.Empty(Store.Newest(null, first.User, "old", 10));
        Assert.Equal([(first.Id, 1), (first.Id, 2)], Store.Newest(null, first.User, "new", 10).Select(picture => (picture.Job, picture.Tile)));
    }

    [Fact]
    public void Keep_OfAJobThatWasDeletedMeanwhile_KeepsNothing()
    {
        var job = Shown();
        _jobs.Store.Delete(job.Id);
        Store.Keep(job.Id, "fake", Vectors);
        Assert.Empty(Store.Newest(null, job.User, "fake", 10));
    }

    private static Dictionary<int, float[]> Vectors => new() { [1] = [0.6f, 0.8f], [2] = [1, 0] };

    private Job Shown()
    {
        var job = _jobs.Enqueue();
        _jobs.Store.Take(waiting => waiting.Single(candidate => candidate.Id == job.Id));
        _jobs.Store.MarkPainted(job.Id, 1, null);
        _jobs.Store.MarkDelivered(job.Id, new Snowflake(9));
        return job;
    }
}
