using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Limits;

namespace VqganBot.Tests.Limits;

public sealed class MeasureTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly LimitName[] Counted =
        [LimitName.JobsInQueue, LimitName.RunningAtOnce, LimitName.JobsPerHour, LimitName.JobsPerDay, LimitName.GpuSecondsPerDay, LimitName.CooldownSeconds];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_AnyJobsAndAnyLimit_FreesExactlyWhenItSays(int seed)
    {
        var random = new Random(seed);
        // What goes on has no end yet; here all is over, so that only time changes what is used.
        var jobs = Enumerable.Range(0, random.Next(0, 30)).Select(_ => SomeJob(random, isOver: true)).ToList();
        foreach (var limit in Counted)
        {
            var most = random.Next(0, 40);
            var measure = Measure.Of(limit, most, jobs, Now);
            if (measure.FreesAt is not { } frees)
            {
                var isUsedUp = limit == LimitName.CooldownSeconds ? measure.Used > 0 : measure.Used >= most;
                Assert.True(!isUsedUp || most == 0, $"{limit} of {most} is used up by {measure.Used} and never frees.");
                continue;
            }

            Assert.True(frees > Now);
            Assert.True(IsUsedUp(limit, most, jobs, frees - TimeSpan.FromTicks(1)), $"{limit}: free before {frees}");
            Assert.False(IsUsedUp(limit, most, jobs, frees), $"{limit}: not free at {frees}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_OneJobMore_NeverUsesLess(int seed)
    {
        var random = new Random(seed);
        var jobs = Enumerable.Range(0, random.Next(0, 30)).Select(_ => SomeJob(random, isOver: false)).ToList();
        var more = jobs.Append(SomeJob(random, isOver: false)).ToList();
        foreach (var limit in Counted)
            Assert.True(Measure.Of(limit, 5, more, Now).Used >= Measure.Of(limit, 5, jobs, Now).Used, $"{limit}");
    }

    [Fact]
    public void Of_JobsThatFailedOrNeverBegan_AreTakenFromNobody()
    {
        UsedJob[] jobs =
        [
            Job(JobState.Failed, minutesAgo: 5),
            Job(JobState.Cancelled, minutesAgo: 4) with { StartedAt = null },
            Job(JobState.Cancelled, minutesAgo: 3),
            Job(JobState.Delivered, minutesAgo: 2),
        ];
        Assert.Equal(2, Measure.Of(LimitName.JobsPerHour, 30, jobs, Now).Used);
    }

    [Fact]
    public void Of_UnlimitedUse_IsStillCounted()
    {
        var measure = Measure.Of(LimitName.JobsPerHour, null, [Job(JobState.Delivered, minutesAgo: 1)], Now);
        Assert.Equal(new Measure(1, null), measure);
    }

    private static bool IsUsedUp(LimitName limit, long most, IReadOnlyList<UsedJob> jobs, DateTimeOffset at)
    {
        var used = Measure.Of(limit, most, jobs, at).Used;
        return limit == LimitName.CooldownSeconds ? used > 0 : used >= most;
    }

    private static UsedJob Job(JobState state, int minutesAgo) =>
        new(new Snowflake(1), state, 1, Now.AddMinutes(-minutesAgo), Now.AddMinutes(-minutesAgo), Now, TimeSpan.FromSeconds(1));

    private static UsedJob SomeJob(Random random, bool isOver)
    {
        JobState[] over = [JobState.Painted, JobState.Delivered, JobState.Cancelled, JobState.Failed];
        var state = isOver ? over[random.Next(over.Length)] : (JobState)random.Next(6);
        var created = Now - TimeSpan.FromSeconds(random.Next(100_000));
        var started = created + TimeSpan.FromSeconds(random.Next(100));
        DateTimeOffset? ended = state is JobState.Queued or JobState.Painting ? null : Earlier(started + TimeSpan.FromSeconds(random.Next(1000)), Now);
        return new UsedJob(new Snowflake(1), state, 1, created, random.Next(4) == 0 ? null : started, ended, TimeSpan.FromSeconds(random.Next(20)));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
