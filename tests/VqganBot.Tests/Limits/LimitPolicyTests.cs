using System.Text.Json;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Limits;

namespace VqganBot.Tests.Limits;

public sealed class LimitPolicyTests : IDisposable
{
    private static readonly LimitTarget Artists = new(LimitScope.Role, new Snowflake(50));
    private static readonly LimitTarget Guests = new(LimitScope.Role, new Snowflake(51));
    private static readonly LimitTarget Ada = new(LimitScope.User, LimitBench.User);
    private static readonly LimitTarget Here = new(LimitScope.Channel, LimitBench.Channel);

    private readonly LimitBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void CheckEnqueue_AFullQueue_RefusesAndFreesWhenOneBegins()
    {
        var jobs = Enumerable.Range(0, 5).Select(_ => _bench.Enqueue()).ToList();
        var refusal = _bench.Refused();
        Assert.Equal("jobs_in_queue", refusal.Limit);
        Assert.StartsWith("5 jobs of yours wait already, and 5 may.", refusal.Message);
        Assert.EndsWith("\n-# Jobs in the queue, default", refusal.Message);

        _bench.Jobs.Take(_ => jobs[0]);
        _bench.Enqueue();
    }

    [Fact]
    public void CheckEnqueue_ARefusedJob_LeavesNothingBehind()
    {
        _bench.Set(LimitTarget.Everyone, LimitName.MostSteps, "5");
        Assert.Equal("10 steps are too many: 5 are allowed.\n-# Most steps, set for everyone", _bench.Refused().Message);
        Assert.Empty(_bench.Jobs.InState(JobState.Queued));
    }

    [Fact]
    public void CheckEnqueue_AnHourUsedUp_SaysWhenTheNextIsFree()
    {
        _bench.Set(LimitTarget.Everyone, LimitName.JobsPerHour, "2");
        _bench.EnqueueAndPaint();
        _bench.Clock.Advance(TimeSpan.FromMinutes(10));
        _bench.EnqueueAndPaint();
        var first = _bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(50);

        var refusal = _bench.Refused();
        Assert.Equal(first, refusal.FreesAt);
        Assert.Contains($"You had 2 jobs in the last hour, and 2 may be. The next is free <t:{first.ToUnixTimeSeconds()}:R>.", refusal.Message);

        _bench.Clock.Advance(TimeSpan.FromMinutes(50));
        _bench.Enqueue();
    }

    [Fact]
    public void CheckEnqueue_GpuTimeUsedUp_IsRefusedUntilItIsADayOld()
    {
        _bench.Set(LimitTarget.Everyone, LimitName.GpuSecondsPerDay, "1h");
        _bench.EnqueueAndPaint(TimeSpan.FromMinutes(61));
        Assert.Contains("You had 1 h 1 min of painting time in the last 24 hours, and 1 h may be.", _bench.Refused().Message);
        _bench.Clock.Advance(TimeSpan.FromDays(1));
        _bench.Enqueue();
    }

    [Fact]
    public void CheckEnqueue_DeletedAndForgottenJobs_BuyNothing()
    {
        _bench.Set(LimitTarget.Everyone, LimitName.JobsPerDay, "2");
        var one = _bench.EnqueueAndPaint();
        _bench.EnqueueAndPaint();
        Assert.True(_bench.Jobs.Delete(one.Id));
        Assert.Equal("jobs_per_day", _bench.Refused().Limit);
        _bench.Jobs.Forget(LimitBench.User);
        Assert.Equal("jobs_per_day", _bench.Refused().Limit);

        // And after the day nothing is left to remember.
        _bench.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        _bench.Enqueue();
        Assert.Equal(0, _bench.Database.Read(connection => Dapper.SqlMapper.ExecuteScalar<long>(connection, "SELECT COUNT(*) FROM deleted_jobs")));
    }

    [Fact]
    public void CheckEnqueue_WithinTheCooldown_IsRefusedUntilItIsOver()
    {
        _bench.Set(LimitTarget.Everyone, LimitName.CooldownSeconds, "90s");
        _bench.Enqueue();
        _bench.Clock.Advance(TimeSpan.FromSeconds(30));
        var refusal = _bench.Refused();
        Assert.Contains("Between two jobs there are 1 min 30 s of rest.", refusal.Message);
        Assert.Equal(_bench.Clock.GetUtcNow() + TimeSpan.FromSeconds(60), refusal.FreesAt);
        _bench.Clock.Advance(TimeSpan.FromSeconds(60));
        _bench.Enqueue();
    }

    [Theory]
    [InlineData(nameof(LimitName.LargestSize), "128", "200 × 64 px is too large: the longer side may have 128 px.")]
    [InlineData(nameof(LimitName.MostSteps), "100", "500 steps are too many: 100 are allowed.")]
    [InlineData(nameof(LimitName.MostPictures), "1", "2 pictures at once are too many: 1 is allowed.")]
    [InlineData(nameof(LimitName.AllowedChannels), "<#77>", "Painting is for other channels: <#77>.")]
    [InlineData(nameof(LimitName.RunningAtOnce), "0", "Nothing of yours may be painted at present.")]
    [InlineData(nameof(LimitName.JobsInQueue), "0", "You may not queue anything at present.")]
    [InlineData(nameof(LimitName.JobsPerDay), "0", "You may not paint at present.")]
    public void CheckEnqueue_AnOrderBeyondALimit_SaysWhatIsAllowed(string name, string value, string sentence)
    {
        var limit = Enum.Parse<LimitName>(name);
        _bench.Set(LimitTarget.Everyone, limit, value);
        var refusal = _bench.Refused(LimitBench.Order(width: 200, steps: 500, count: 2));
        Assert.StartsWith(sentence, refusal.Message);
        Assert.Equal(LimitDefinition.Of(limit).Name, refusal.Limit);
    }

    [Fact]
    public void CheckEnqueue_AtALimit_IsAllowed()
    {
        _bench.Set(LimitTarget.Everyone, LimitName.LargestSize, "200");
        _bench.Set(LimitTarget.Everyone, LimitName.AllowedChannels, $"<#{LimitBench.Channel}>");
        _bench.Enqueue(LimitBench.Order(width: 200, steps: 1000, count: 4));
    }

    [Fact]
    public void Held_ManyRules_TheUserThenTheMostGenerousRoleThenEveryone()
    {
        _bench.Requester = _bench.Requester with { Roles = [Guests.Id, Artists.Id] };
        Assert.Equal((1000, "default"), Held(LimitName.MostSteps));
        _bench.Set(LimitTarget.Everyone, LimitName.MostSteps, "10");
        Assert.Equal((10, "everyone"), Held(LimitName.MostSteps));
        _bench.Set(Guests, LimitName.MostSteps, "5");
        Assert.Equal((5, $"<@&{Guests.Id}>"), Held(LimitName.MostSteps));
        _bench.Set(Artists, LimitName.MostSteps, "500");
        Assert.Equal((500, $"<@&{Artists.Id}>"), Held(LimitName.MostSteps));
        _bench.Set(Ada, LimitName.MostSteps, "7");
        Assert.Equal((7, $"<@{Ada.Id}>"), Held(LimitName.MostSteps));

        _bench.Rules.Reset(LimitBench.Guild, Ada, LimitName.MostSteps);
        Assert.Equal((500, $"<@&{Artists.Id}>"), Held(LimitName.MostSteps));
    }

    [Fact]
    public void Held_OfSeveralRoles_TheShorterCooldownAndAllChannelsOfBoth()
    {
        _bench.Requester = _bench.Requester with { Roles = [Guests.Id, Artists.Id] };
        _bench.Set(Guests, LimitName.CooldownSeconds, "60");
        _bench.Set(Artists, LimitName.CooldownSeconds, "5");
        Assert.Equal(5, Held(LimitName.CooldownSeconds).Most);
        _bench.Set(Guests, LimitName.AllowedChannels, "<#1>");
        _bench.Set(Artists, LimitName.AllowedChannels, "<#2>");
        var held = _bench.Policy.Held(_bench.Requester).Single(limit => limit.Limit.Limit == LimitName.AllowedChannels);
        Assert.Equal([new Snowflake(1), new Snowflake(2)], held.Value.Channels.Order());
        _bench.Set(Guests, LimitName.AllowedChannels, "all");
        Assert.Empty(_bench.Policy.Held(_bench.Requester).Single(limit => limit.Limit.Limit == LimitName.AllowedChannels).Value.Channels);
    }

    [Fact]
    public void CheckEnqueue_AChannelsLimit_CountsOnlyThereAndHoldsBesides()
    {
        _bench.Set(Here, LimitName.JobsPerHour, "1");
        _bench.EnqueueAndPaint();
        var refusal = _bench.Refused();
        Assert.EndsWith($"\n-# Jobs an hour, a limit of <#{LimitBench.Channel}>", refusal.Message);

        var here = _bench.Requester;
        _bench.Requester = here with { Channel = new Snowflake(11) };
        _bench.EnqueueAndPaint();

        // A limit of one's own opens the channel's gate.
        _bench.Requester = here;
        _bench.Set(Ada, LimitName.JobsPerHour, "100");
        _bench.Enqueue();
    }

    [Fact]
    public void CheckEnqueue_AGenerousChannel_DoesNotOpenTheGateOfThePerson()
    {
        _bench.Set(LimitTarget.Everyone, LimitName.MostSteps, "5");
        _bench.Set(Here, LimitName.MostSteps, "5000");
        Assert.Equal("most_steps", _bench.Refused().Limit);
    }

    [Fact]
    public void CheckEnqueue_AnotherGuildsRules_DoNotHold()
    {
        _bench.Rules.Set(new Snowflake(999), new LimitRule(LimitTarget.Everyone, LimitName.MostSteps, LimitValue.Of(1)));
        _bench.Enqueue();
        _bench.Set(LimitTarget.Everyone, LimitName.MostSteps, "5");
        _bench.Requester = _bench.Requester with { Guild = null };
        _bench.Enqueue();
    }

    [Fact]
    public void Held_TheFile_GivesDefaultsRolesByNameOrIdAndACeiling()
    {
        File.WriteAllText(_bench.File, $$"""
            { "everyone": { "most_steps": 100, "jobs_per_day": null }, "roles": { "Artists": { "most_steps": 300 }, "{{Guests.Id}}": { "most_steps": 200 } }, "ceiling": { "most_steps": 400 } }
            """);
        Assert.Equal((100, "default"), Held(LimitName.MostSteps));
        Assert.Equal((null, "default"), Held(LimitName.JobsPerDay));
        Assert.Equal((512, "default"), Held(LimitName.LargestSize));

        _bench.Requester = _bench.Requester with { Roles = [Guests.Id, Artists.Id] };
        Assert.Equal((200, $"<@&{Guests.Id}>"), Held(LimitName.MostSteps));
        _bench.Roles.Learn("GUILD_ROLE_UPDATE", JsonDocument.Parse($$"""{ "guild_id": "100", "role": { "id": "{{Artists.Id}}", "name": "Artists" } }""").RootElement);
        Assert.Equal((300, $"<@&{Artists.Id}>"), Held(LimitName.MostSteps));

        _bench.Set(Ada, LimitName.MostSteps, "unlimited");
        Assert.Equal((400, "the most this bot gives"), Held(LimitName.MostSteps));
    }

    [Fact]
    public void WhyNotStart_AnotherIsPainted_WaitsUntilItIsDone()
    {
        var (first, second) = (_bench.Enqueue(), _bench.Enqueue());
        Assert.Null(_bench.Policy.WhyNotStart(first));
        _bench.Jobs.Take(_ => first);
        Assert.Equal("1 at once is the most, and 1 is being painted.", _bench.Policy.WhyNotStart(second));
        Assert.Null(_bench.Policy.WhyWaitLonger(second));
        _bench.Jobs.MarkPainted(first.Id, 10, null);
        Assert.Null(_bench.Policy.WhyNotStart(second));
    }

    [Fact]
    public void WhyNotStart_GpuTimeUsedUpMeanwhile_WaitsUntilSomeIsFree()
    {
        _bench.Set(LimitTarget.Everyone, LimitName.GpuSecondsPerDay, "10s");
        var (first, second) = (_bench.Enqueue(), _bench.Enqueue());
        _bench.Paint(first, TimeSpan.FromSeconds(12));
        var free = _bench.Clock.GetUtcNow() + TimeSpan.FromDays(1);
        Assert.Equal($"The 10 s of painting time for 24 hours are used up; it goes on <t:{free.ToUnixTimeSeconds()}:R>.", _bench.Policy.WhyNotStart(second));
        Assert.NotNull(_bench.Policy.WhyWaitLonger(second));
        _bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(_bench.Policy.WhyNotStart(second));
    }

    [Fact]
    public void Uses_SomeUsed_TellsOfEachLimit()
    {
        _bench.EnqueueAndPaint(TimeSpan.FromSeconds(42));
        _bench.Enqueue();
        _bench.Set(Here, LimitName.JobsPerHour, "1");
        var uses = _bench.Policy.Uses(_bench.Requester);
        Assert.Equal(LimitDefinition.All.Count + 1, uses.Count);
        Assert.Contains(new LimitUse(LimitName.JobsInQueue, 1, 5, null, "default"), uses);
        Assert.Contains(new LimitUse(LimitName.GpuSecondsPerDay, 42, 1800, null, "default"), uses);
        Assert.Contains(new LimitUse(LimitName.JobsPerHour, 2, 1, _bench.Clock.GetUtcNow() + TimeSpan.FromHours(1), $"<#{LimitBench.Channel}>"), uses);
    }

    private (long? Most, string Source) Held(LimitName limit)
    {
        var held = Assert.Single(_bench.Policy.Held(_bench.Requester), held => held.Limit.Limit == limit);
        return (held.Value.Most, held.Source);
    }
}
