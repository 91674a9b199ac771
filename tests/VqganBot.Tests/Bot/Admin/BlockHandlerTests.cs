using VqganBot.Bot;
using VqganBot.Bot.Admin;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using static VqganBot.Tests.Bot.Admin.HandlerBench;

namespace VqganBot.Tests.Bot.Admin;

public sealed class BlockHandlerTests : IAsyncLifetime
{
    private HandlerBench _bench = null!;
    private BlockHandler _handler = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await HandlerBench.StartAsync();
        _handler = new BlockHandler(_bench.Blocks, _bench.Terms, _bench.Jobs.Store, _bench.Jobs.Queue, _bench.Audit);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task User_Blocked_MayNotPaintAndWhatWaitedIsCancelled()
    {
        var job = _bench.Jobs.Enqueue();
        Assert.Equal("<@1> is **blocked**: no \\*spam\\*\n-# 1 job was cancelled.", await AskAsync("block user", Option("user", "1", 6), Option("reason", "no *spam*")));
        Assert.Equal(JobState.Cancelled, _bench.Jobs.Store.Find(job.Id)!.State);
        Assert.Equal("You may not paint here: no \\*spam\\*", Refusal(job.Requester));
        // Not by direct message either, but on other servers.
        Assert.NotNull(Refusal(job.Requester with { Guild = null }));
        Assert.Null(Refusal(job.Requester with { Guild = new Snowflake(99) }));

        Assert.Equal("<@1> may paint **again**.", await AskAsync("block user", Option("user", "1", 6), Option("undo", true, 5)));
        Assert.Equal("<@1> was not blocked.", await AskAsync("block user", Option("user", "1", 6), Option("undo", true, 5)));
        Assert.Null(Refusal(job.Requester));
        Assert.Equal(["grace: block user <@1>: blocked -> allowed", "grace: block user <@1>:  -> blocked"], _bench.AuditLines());
    }

    [Fact]
    public async Task User_Oneself_IsRefused() => Assert.Equal("You cannot block yourself.", await RefusedAsync("block user", Option("user", AdminId, 6)));

    [Fact]
    public async Task Word_Blocked_IsRefusedInAnyDisguiseHereAndNowhereElse()
    {
        Assert.Equal("“chicken”: allowed → **blocked**", await AskAsync("block word", Option("word", " chicken ")));
        Assert.Equal("This cannot be painted here: “chicken” is blocked.", Refusal("a CH1CKEN that surfs"));
        Assert.Null(Refusal("chick lit"));
        Assert.Null(Refusal("chicken", guild: "99"));

        Assert.Equal("“chicken”: blocked → **only in age-restricted channels**", await AskAsync("block word", Option("word", "chicken"), Option("nsfw_only", true, 5)));
        Assert.Equal("“chicken” may be painted only in channels that are marked as age-restricted.", Refusal("chicken"));
        Assert.Null(Refusal("chicken", isNsfw: true));

        Assert.Equal("“chicken” is **allowed** again.", await AskAsync("block word", Option("word", "chicken"), Option("undo", true, 5)));
        Assert.Equal("“chicken” was not blocked. `/block list` shows what is.", await AskAsync("block word", Option("word", "chicken"), Option("undo", true, 5)));
        Assert.Null(Refusal("chicken"));
    }

    [Fact]
    public async Task Word_APattern_IsRefusedWithoutBeingShown()
    {
        Assert.Equal("The pattern “chick(en\\|s)”: allowed → **blocked**", await AskAsync("block word", Option("word", "chick(en|s)"), Option("regex", true, 5)));
        Assert.Equal("This cannot be painted here: a blocked pattern is in it.", Refusal("two chicks"));
        Assert.StartsWith("This is no regular expression", await RefuseAfterAsync("block word", Option("word", "("), Option("regex", true, 5)));
        Assert.StartsWith("This pattern would refuse even", await RefuseAfterAsync("block word", Option("word", ".*"), Option("regex", true, 5)));
        Assert.StartsWith("A term has at least two letters", await RefuseAfterAsync("block word", Option("word", "!")));
    }

    [Fact]
    public async Task Channel_Blocked_IsRefusedThere()
    {
        var requester = _bench.Jobs.New().Requester;
        Assert.Equal("There is **no painting** in <#6> and its threads from now on.", await AskAsync("block channel", Option("channel", "6", 7)));
        Assert.Equal("<#6> is blocked already.", await AskAsync("block channel", Option("channel", "6", 7)));
        Assert.Equal("Painting is switched off in this channel.", Refusal(requester));
        Assert.Null(Refusal(requester with { Channel = new Snowflake(7) }));
        Assert.Equal("There is painting in <#6> **again**.", await AskAsync("block channel", Option("channel", "6", 7), Option("undo", true, 5)));
        Assert.Equal("<#6> was not blocked.", await AskAsync("block channel", Option("channel", "6", 7), Option("undo", true, 5)));
    }

    [Fact]
    public async Task List_ShowsAllThatIsBlockedHere()
    {
        Assert.StartsWith("Nothing and nobody is blocked here.", await AskAsync("block list"));
        await AskAsync("block user", Option("user", "1", 6), Option("reason", "spam"));
        await AskAsync("block channel", Option("channel", "6", 7));
        await AskAsync("block word", Option("word", "chicken"), Option("nsfw_only", true, 5));
        await AskAsync("block word", Option("word", "s+urf"), Option("regex", true, 5));
        Assert.Equal("**Blocked here**\n<@1>: spam\n<#6>\n“chicken”, outside of age-restricted channels\nThe pattern “s+urf”", await AskAsync("block list"));
    }

    [Fact]
    public async Task Audit_ShowsTheLatestFirst()
    {
        var audit = new AuditHandler(_bench.Audit);
        Assert.Equal("No admin has changed anything yet.", await _bench.AskAsync(audit.HandleAsync, _bench.Command("audit")));
        await AskAsync("block channel", Option("channel", "6", 7));
        await AskAsync("block user", Option("user", "1", 6));
        var time = _bench.Jobs.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(
            $"**What admins did last**\n<t:{time}:R> **grace** `/block user` <@1>: nothing → blocked",
            await _bench.AskAsync(audit.HandleAsync, _bench.Command("audit", Option("count", 1, 4))));
    }

    private string? Refusal(JobRequester requester) => Caught(() => _bench.Policy.CheckRequester(requester));

    private string? Refusal(string text, string guild = GuildId, bool isNsfw = false)
    {
        var context = _bench.Command("imagine", change: $$""" "guild_id": "{{guild}}", "channel": { "id": "6", "type": 0, "nsfw": {{(isNsfw ? "true" : "false")}} } """.Trim());
        return Caught(() => _bench.Policy.Check(text, context));
    }

    private static string? Caught(Action check) => (Record.Exception(check) as UserFacingException)?.Message;

    private async Task<string> RefuseAfterAsync(string command, params string[] options) =>
        (await Assert.ThrowsAsync<UserFacingException>(() => AskAsync(command, options))).Message;

    private Task<string> AskAsync(string command, params string[] options) => _bench.AskAsync(_handler.HandleAsync, _bench.Command(command, string.Join(", ", options)));

    private Task<string> RefusedAsync(string command, params string[] options) => _bench.RefusedAsync(_handler.HandleAsync, _bench.Command(command, string.Join(", ", options)));
}
