using System.Globalization;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Tests.Jobs;

public sealed class FairShareTests(ITestOutputHelper output)
{
    [Fact]
    public void FiftyUsersAndThreeHogs_TheHogsOnlyGetWhatNobodyElseWants()
    {
        var simulation = new QueueSimulation();
        foreach (var hog in (ulong[])[101, 102, 103])
            for (var job = 0; job < 100; job++) simulation.Add(hog, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        var chance = new Random(3);
        for (ulong user = 1; user <= 50; user++)
            for (var job = 0; job < 2; job++) simulation.Add(user, TimeSpan.FromSeconds(chance.Next(3600)), TimeSpan.FromSeconds(20));

        var served = simulation.Run(until: TimeSpan.FromHours(1));

        output.WriteLine("who          jobs   wait: median   95 %    most   GPU");
        var people = Row("50 people", served.Where(turn => turn.User < 100));
        var hogs = (ulong[])[101, 102, 103];
        var rows = hogs.Select(hog => Row($"hog {hog - 100}", served.Where(turn => turn.User == hog))).ToList();
        Assert.InRange(people.Median, 0, 20);
        Assert.InRange(people.P95, 0, 120);
        Assert.InRange(people.Most, 0, 300);
        // 3600 s less the people's 100 jobs, in three: what is left over is shared evenly, and all of it is used.
        Assert.All(rows, row => Assert.InRange(row.Gpu, 490, 580));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void AStreamOfNewcomersThatFillsTheGpu_StarvesNobody(int seed)
    {
        var chance = new Random(seed);
        var use = TimeSpan.FromSeconds(chance.Next(60, 1800));
        var job = TimeSpan.FromSeconds(chance.Next(5, 60));
        var simulation = new QueueSimulation();
        simulation.Use(1, use);
        simulation.Add(1, TimeSpan.FromSeconds(1), job);
        // Each brings a job of its own, and there is always one more.
        for (var newcomer = 0; newcomer * job.TotalSeconds < 12 * 3600; newcomer++)
            simulation.Add((ulong)(10 + newcomer), newcomer * job * 0.999, job);

        var turn = simulation.Run(until: TimeSpan.FromHours(12)).First(turn => turn.User == 1);

        Assert.InRange(turn.Wait.TotalSeconds, 0, (use.TotalSeconds / FairShare.WaitCredit) + (2 * job.TotalSeconds));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void UsersWhoWantAllTheyCanGet_GetTheSame_HoweverLongTheirJobsAndTheirLists(int seed)
    {
        var chance = new Random(seed);
        var simulation = new QueueSimulation();
        var users = chance.Next(2, 8);
        for (var user = 1; user <= users; user++)
        {
            var seconds = chance.Next(5, 90);
            for (var job = 0; job < 4 * 3600 / seconds; job++) simulation.Add((ulong)user, TimeSpan.FromSeconds(job % user), TimeSpan.FromSeconds(seconds));
        }

        var served = simulation.Run(until: TimeSpan.FromHours(3));

        var shares = served.GroupBy(turn => turn.User).Select(turns => turns.Sum(turn => turn.Gpu.TotalSeconds)).ToList();
        Assert.Equal(users, shares.Count);
        Assert.InRange(shares.Max() / shares.Min(), 1, 1.25);
    }

    [Fact]
    public void Rank_InterruptedFirst_ThenTiers_ThenLeastUse_ThenAge()
    {
        var now = QueueSimulation.Start;
        Job[] jobs =
        [
            QueueSimulation.Job(1, user: 1, now), QueueSimulation.Job(2, user: 2, now), QueueSimulation.Job(3, user: 2, now),
            QueueSimulation.Job(4, user: 1, now) with { Tier = 1 }, QueueSimulation.Job(5, user: 1, now) with { StartedAt = now },
        ];
        var shares = new Dictionary<Snowflake, GpuShare> { [new Snowflake(1)] = GpuShare.None.After(TimeSpan.FromSeconds(30), now) };

        Assert.Equal([5, 4, 2, 3, 1], FairShare.Rank(jobs, shares, now).Select(job => job.Id));
    }

    [Fact]
    public void Plan_SaysWhenEachTurnComes_InTheOrderInWhichTheyAreThenTaken()
    {
        var now = QueueSimulation.Start;
        Job[] jobs = [QueueSimulation.Job(1, user: 1, now), QueueSimulation.Job(2, user: 1, now), QueueSimulation.Job(3, user: 1, now), QueueSimulation.Job(4, user: 2, now)];

        var plan = FairShare.Plan(jobs, new Dictionary<Snowflake, GpuShare>(), now, _ => TimeSpan.FromSeconds(10));

        Assert.Equal([1, 4, 2, 3], plan.Select(turn => turn.Job.Id));
        Assert.Equal([0, 10, 20, 30], plan.Select(turn => (turn.StartsAt - now).TotalSeconds));
        Assert.Equal(now + TimeSpan.FromSeconds(40), plan[^1].EndsAt);
    }

    [Fact]
    public void GpuShare_HalvesInHalfAnHour()
    {
        var share = GpuShare.None.After(TimeSpan.FromSeconds(100), QueueSimulation.Start);

        Assert.Equal(50, share.SecondsAt(QueueSimulation.Start + TimeSpan.FromMinutes(30)), tolerance: 0.001);
        Assert.Equal(35, share.After(TimeSpan.FromSeconds(10), QueueSimulation.Start + TimeSpan.FromHours(1)).Seconds, tolerance: 0.001);
    }

    private (double Median, double P95, double Most, double Gpu) Row(string who, IEnumerable<SimulatedTurn> turns)
    {
        var all = turns.ToList();
        var waits = all.Select(turn => turn.Wait.TotalSeconds).Order().ToList();
        var row = (Median: waits[waits.Count / 2], P95: waits[waits.Count * 95 / 100], Most: waits[^1], Gpu: all.Sum(turn => turn.Gpu.TotalSeconds));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{who,-11} {all.Count,5} {row.Median,12:F0} s {row.P95,5:F0} s {row.Most,5:F0} s {row.Gpu,5:F0} s"));
        return row;
    }
}
