using VqganBot.Bot.Admin;
using VqganBot.Limits;
using static VqganBot.Tests.Bot.Admin.HandlerBench;

namespace VqganBot.Tests.Bot.Admin;

public sealed class LimitsHandlerTests : IAsyncLifetime
{
    private HandlerBench _bench = null!;
    private LimitsHandler _handler = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await HandlerBench.StartAsync();
        File.Delete(_bench.File);
        _handler = new LimitsHandler(_bench.Jobs.Database, _bench.Rules, new LimitsOverview(_bench.Jobs.Limits, _bench.Rules), _bench.Audit);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Set_ARoleThenEveryone_ShowsBeforeAndAfter()
    {
        string[] forRole = [Option("limit", "jobs_per_hour"), Option("role", "77", 8)];
        Assert.Equal("**Jobs an hour** for <@&77>: not set → **60**", await AskAsync("limits set", [.. forRole, Option("value", "60")]));
        Assert.Equal("**Jobs an hour** for <@&77>: 60 → **unlimited**", await AskAsync("limits set", [.. forRole, Option("value", "none")]));
        Assert.Equal("**GPU time a day** for everyone: not set → **1 h 30 min**",
            await AskAsync("limits set", Option("limit", "gpu_seconds_per_day"), Option("value", "1h30m")));
        Assert.Equal(
            [
                "grace: limits set gpu_seconds_per_day for everyone:  -> 1 h 30 min",
                "grace: limits set jobs_per_hour for <@&77>: 60 -> unlimited",
                "grace: limits set jobs_per_hour for <@&77>:  -> 60",
            ],
            _bench.AuditLines());
    }

    [Fact]
    public async Task Set_TheRoleOfEveryone_IsForEveryone() =>
        Assert.StartsWith("**Most steps** for everyone:", await AskAsync("limits set", Option("limit", "most_steps"), Option("value", "10"), Option("role", GuildId, 8)));

    [Fact]
    public async Task Set_ALimit_RefusesTheNextJobOfThatUser()
    {
        await AskAsync("limits set", Option("limit", "most_steps"), Option("value", "2"), Option("user", "1", 6));
        Assert.StartsWith("3 steps are too many: 2 are allowed.\n-# Most steps, set for <@1>", Assert.Throws<LimitExceededException>(() => _bench.Jobs.Enqueue()).Message);
        _bench.Jobs.Enqueue(user: 2);
    }

    [Fact]
    public async Task Set_AboveTheCeiling_SaysWhatHolds()
    {
        File.WriteAllText(_bench.File, """{ "ceiling": { "most_steps": 500 } }""");
        Assert.EndsWith("→ **9,000**\n-# This bot gives 500 to nobody more, so that is what holds.", await AskAsync("limits set", Option("limit", "most_steps"), Option("value", "9000")));
    }

    [Theory]
    [InlineData("most_steps", "a few *", "“a few \\*” is no value for most steps. It takes a whole number from 1 up, or unlimited.")]
    [InlineData("jobs_per_huor", "1", "There is no such limit; there are allowed_channels, ")]
    public async Task Set_WhatCannotBeMeant_IsAnsweredByWhatCan(string limit, string value, string sentence) =>
        Assert.StartsWith(sentence, await RefusedAsync("limits set", Option("limit", limit), Option("value", value)));

    [Fact]
    public async Task Set_TwoTargets_IsRefused() => Assert.StartsWith(
        "One at a time, please", await RefusedAsync("limits set", Option("limit", "most_steps"), Option("value", "5"), Option("role", "77", 8), Option("user", "1", 6)));

    [Fact]
    public async Task Set_ChannelsForAChannel_IsRefused() => Assert.StartsWith(
        "Allowed channels are channels already", await RefusedAsync("limits set", Option("limit", "allowed_channels"), Option("value", "<#6>"), Option("channel", "6", 7)));

    [Fact]
    public async Task Reset_WhatWasSetAndWhatWasNot_SaysSo()
    {
        await AskAsync("limits set", Option("limit", "jobs_per_day"), Option("value", "10"));
        Assert.Equal("**Jobs a day** for everyone: 10 → **not set**\n-# By default it is 200.", await AskAsync("limits reset", Option("limit", "jobs_per_day")));
        Assert.Equal("**Jobs a day** was not set for everyone, so nothing has changed.", await AskAsync("limits reset", Option("limit", "jobs_per_day")));
        Assert.Equal(2, _bench.AuditLines().Count);
    }

    [Fact]
    public async Task Show_Everyone_ReadsAsATableWithWhatIsSetForSome()
    {
        await AskAsync("limits set", Option("limit", "most_steps"), Option("value", "1500"));
        await AskAsync("limits set", Option("limit", "allowed_channels"), Option("value", "<#6> <#8>"), Option("role", "77", 8));
        await AskAsync("limits set", Option("limit", "cooldown_seconds"), Option("value", "30s"), Option("channel", "6", 7));
        Assert.Equal(
            """
            **Limits for everyone**
            `Allowed channels  all channels`
            `Largest size            512 px`
            `Most steps               1,500` everyone
            `Pictures a job               4`
            `Jobs in the queue            5`
            `Running at once              1`
            `Jobs an hour                30`
            `Jobs a day                 200`
            `GPU time a day          30 min`
            `Cool-down                 none`
            **Set for some**
            <@&77> allowed channels **<#6> <#8>**
            <#6> cool-down **30 s**
            """,
            await AskAsync("limits show"));
    }

    [Fact]
    public async Task Show_AUser_HasWhatIsUsedAndTheRolesCounted()
    {
        await AskAsync("limits set", Option("limit", "jobs_in_queue"), Option("value", "9"), Option("role", "77", 8));
        _bench.Jobs.Enqueue();
        var text = await _bench.AskAsync(_handler.HandleAsync, _bench.Command(
            "limits show", Option("user", "1", 6), """ "resolved": { "members": { "1": { "roles": ["77"] } } } """.Trim()));
        Assert.StartsWith("**Limits for <@1>**", text);
        Assert.Contains("`Jobs in the queue       1 of 9` <@&77>", text);
        Assert.Contains("`Jobs an hour           1 of 30`", text);
    }

    [Fact]
    public async Task Show_AChannel_HasItsGateToo()
    {
        await AskAsync("limits set", Option("limit", "jobs_per_hour"), Option("value", "3"), Option("channel", "6", 7));
        var text = await AskAsync("limits show", Option("channel", "6", 7));
        Assert.StartsWith("**Limits for <#6>**", text);
        Assert.Contains("`Jobs an hour                30`\n`Jobs an hour                 3` <#6>\n", text);
    }

    [Fact]
    public async Task Show_VeryManyRules_StaysWithinAMessage()
    {
        for (var role = 1000; role < 1100; role++)
            _bench.Rules.Set(new(5), new LimitRule(new LimitTarget(LimitScope.Role, new((ulong)role)), LimitName.MostSteps, LimitValue.Of(5)));
        Assert.Matches("-# and [0-9]+ more$", await AskAsync("limits show"));
    }

    private Task<string> AskAsync(string command, params string[] options) => _bench.AskAsync(_handler.HandleAsync, _bench.Command(command, string.Join(", ", options)));

    private Task<string> RefusedAsync(string command, params string[] options) => _bench.RefusedAsync(_handler.HandleAsync, _bench.Command(command, string.Join(", ", options)));
}
