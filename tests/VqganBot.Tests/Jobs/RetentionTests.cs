using Microsoft.Extensions.Logging.Abstractions;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Tests.Jobs;

public sealed class RetentionTests : IDisposable
{
    private readonly JobsFixture _jobs = new(options: new JobOptions { RetentionDays = 30, DiskBudgetMegabytes = 10 });

    public void Dispose() => _jobs.Dispose();

    [Fact]
    public void Tidy_ForgetsJobsAboveTheirAge_ButNoneThatIsNeeded()
    {
        var (old, parent, waiting) = (Delivered(), Delivered(), _jobs.Enqueue());
        _jobs.Clock.Advance(TimeSpan.FromDays(31));
        var young = Delivered();
        _jobs.Store.Enqueue(_jobs.New(order: order => order with { Kind = JobKind.Variation, ParentJob = parent }));

        Tidy();

        Assert.Null(_jobs.Store.Find(old));
        Assert.False(Directory.Exists(_jobs.Files.Folder(old)));
        Assert.All([parent, waiting.Id, young], id => Assert.NotNull(_jobs.Store.Find(id)));
    }

    [Fact]
    public void Tidy_AboveTheBudget_TakesTheFilesOfTheOldestResults_AndLeavesTheirRows()
    {
        var first = Delivered(megabytes: 4);
        var waiting = _jobs.Enqueue();
        Fill(waiting.Id, 4);
        var second = Delivered(megabytes: 4);
        var third = Delivered(megabytes: 1);

        Tidy();

        Assert.Equal([false, true, true, true], new[] { first, waiting.Id, second, third }.Select(id => Directory.Exists(_jobs.Files.Folder(id))));
        Assert.Equal(JobState.Delivered, _jobs.Store.Find(first)!.State);
    }

    [Fact]
    public void Tidy_TakesFilesOfNoJobAndOfNoPicture()
    {
        var cancelled = _jobs.Enqueue().Id;
        _jobs.Store.Cancel(cancelled, "Not wanted.");
        Fill(cancelled, 1);
        Fill(999, 1);

        Tidy();

        Assert.Empty(Directory.GetDirectories(_jobs.Files.Root));
    }

    [Fact]
    public void Tidy_LeavesAPictureThatCouldNotBeShown()
    {
        var job = _jobs.Enqueue();
        _jobs.Store.Take(waiting => waiting.Single());
        _jobs.Store.MarkPainted(job.Id, 3, null);
        _jobs.Store.MarkUndeliverable(job.Id, "The channel is gone.");
        Fill(job.Id, 1);

        Tidy();

        Assert.True(File.Exists(_jobs.Files.Picture(job.Id, 1)));
    }

    [Fact]
    public void Tidy_ForgetsOldUseOfTheGpu()
    {
        var job = _jobs.Enqueue(user: 3);
        _jobs.Store.Charge(job, TimeSpan.FromSeconds(5), 1);
        Assert.True(_jobs.Ledger.Shares().ContainsKey(new Snowflake(3)));
        _jobs.Clock.Advance(TimeSpan.FromDays(8));

        Tidy();

        Assert.Equal(0, _jobs.Database.Read(connection => Dapper.SqlMapper.ExecuteScalar<int>(connection, "SELECT COUNT(*) FROM gpu_use")));
    }

    private void Tidy()
    {
        using var retention = new Retention(_jobs.Store, _jobs.Files, _jobs.Ledger, _jobs.Options, _jobs.Clock, NullLogger<Retention>.Instance);
        retention.Tidy();
    }

    private long Delivered(int megabytes = 0)
    {
        var job = _jobs.Enqueue();
        _jobs.Store.Take(waiting => waiting.Single(candidate => candidate.Id == job.Id));
        _jobs.Store.MarkPainted(job.Id, 3, null);
        _jobs.Store.MarkDelivered(job.Id, null);
        Fill(job.Id, megabytes);
        return job.Id;
    }

    private void Fill(long job, int megabytes)
    {
        Directory.CreateDirectory(_jobs.Files.Folder(job));
        using var file = File.Create(_jobs.Files.Picture(job, 1));
        file.SetLength(megabytes * 1_000_000L);
    }
}
