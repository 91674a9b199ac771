using VqganBot.Bot;
using VqganBot.Bot.Admin;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Bot.Admin;

public sealed class AdminGateTests : IAsyncLifetime
{
    private HandlerBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await HandlerBench.StartAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData("32")]
    [InlineData("8")]
    [InlineData("2147483647")]
    public void Require_TheRightPermission_GivesTheGuild(string permissions) =>
        Assert.Equal(new Snowflake(5), AdminGate.Require(_bench.Command("queue pause", permissions: permissions)));

    [Theory]
    [InlineData("0")]
    [InlineData("8192")]
    [InlineData("2048")]
    public void Require_OtherPermissions_AreNotEnough(string permissions) =>
        Refuses("This needs the permission Manage Server.", _bench.Command("queue pause", permissions: permissions));

    [Fact]
    public void Require_DirectMessages_AreRefused() => Refuses("This is for admins of a server, and works only there.", _bench.DirectMessage("queue"));

    [Fact]
    public void Require_ABotOnlyOnAnAccount_IsRefused() =>
        Refuses("This works only on servers that the bot was added to.", _bench.Command("queue pause", change: """ "authorizing_integration_owners": { "1": "900" } """));

    [Fact]
    public async Task Handlers_WithoutPermission_RefuseAllAndChangeNothing()
    {
        Func<InteractionContext, CancellationToken, Task>[] handlers =
        [
            new LimitsHandler(_bench.Jobs.Database, _bench.Rules, new LimitsOverview(_bench.Jobs.Limits, _bench.Rules), _bench.Audit).HandleAsync,
            new QueueHandler(_bench.Jobs.Queue, _bench.Jobs.Store, _bench.Audit, _bench.Admins).HandleAsync,
            new BlockHandler(_bench.Blocks, _bench.Terms, _bench.Jobs.Store, _bench.Jobs.Queue, _bench.Audit).HandleAsync,
            new AuditHandler(_bench.Audit).HandleAsync,
        ];
        foreach (var handler in handlers)
            Assert.Equal("This needs the permission Manage Server.", await _bench.RefusedAsync(handler, _bench.Command("queue pause", permissions: "2048")));
        Assert.False(_bench.Jobs.Queue.IsPaused);
    }

    private static void Refuses(string sentence, InteractionContext context) =>
        Assert.Equal(sentence, Assert.Throws<UserFacingException>(() => AdminGate.Require(context)).Message);
}
