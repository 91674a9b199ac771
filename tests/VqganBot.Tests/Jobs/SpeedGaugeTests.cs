using VqganBot.Jobs;

namespace VqganBot.Tests.Jobs;

public sealed class SpeedGaugeTests : IDisposable
{
    private static readonly JobOrder Painting = JobsFixture.MakeJob(1, DateTimeOffset.UnixEpoch, user: 1, steps: 100, count: 1).Order;
    private static readonly JobOrder Drafts = Painting with { Kind = JobKind.Draft, Steps = 1, Count = 4 };

    private readonly JobsFixture _jobs = new();

    public void Dispose() => _jobs.Dispose();

    [Fact]
    public void Duration_OfDraftsAndOfPaintings_IsToldByTheirOwnKind()
    {
        Assert.Equal(TimeSpan.FromSeconds(5), _jobs.Speed.Duration(Drafts, 4));
        Assert.Null(_jobs.Speed.Duration(Painting, 100));

        _jobs.Speed.Observe(Drafts, 4, TimeSpan.FromSeconds(2));
        Assert.Null(_jobs.Speed.StepsPerSecond);
        Assert.Null(_jobs.Speed.Duration(Painting, 100));
        _jobs.Speed.Observe(Painting, 100, TimeSpan.FromSeconds(50));
        _jobs.Speed.Observe(Drafts, 4, TimeSpan.FromSeconds(2));

        // Also after a restart.
        foreach (var gauge in new[] { _jobs.Speed, new SpeedGauge(_jobs.Memory) })
        {
            Assert.Equal((2.0, 2.0, 50.0), (gauge.StepsPerSecond!.Value, gauge.Duration(Drafts, 4)!.Value.TotalSeconds, gauge.Duration(Painting, 100)!.Value.TotalSeconds));
        }
    }
}
