using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using VqganBot.Bot;
using VqganBot.Bot.Admin;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Replies.Live;
using VqganBot.Bot.Replies.Sending;
using VqganBot.Bot.Settings;
using VqganBot.Configuration;
using VqganBot.Discord;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Health;
using VqganBot.Limits;
using VqganBot.Moderation;
using VqganBot.Tests.Discord.OpenApi;
using VqganBot.Tests.Discord.Rest;
using VqganBot.Tests.Jobs;

namespace VqganBot.Tests.Bot.Admin;

/// <summary>
/// Handlers over a real queue, database and REST client, with a server on loopback for Discord. What they send is held
/// against Discord's own description.
/// </summary>
internal sealed class HandlerBench : IAsyncDisposable
{
    public const string GuildId = "5";
    public const string AdminId = "900";

    private readonly LoopbackPeer _peer;
    private readonly DiscordRestClient _rest;
    private readonly BotMeter _meter = new();
    private int _interactions;

    private HandlerBench(LoopbackPeer peer)
    {
        _peer = peer;
        _rest = new DiscordRestClient(new DiscordClientOptions { Token = "token", ApiUrl = peer.Api }, Jobs.Clock, NullLoggerFactory.Instance);
        Rules = new LimitStore(Jobs.Database);
        Audit = new AuditStore(Jobs.Database, Jobs.Clock);
        Blocks = new BlockStore(Jobs.Database);
        Terms = new TermStore(Jobs.Database);
        Settings = new UserSettingsStore(Jobs.Database);
        var options = new ReplyOptions();
        Replies = new ReplyUpdater(
            new LaneTools(
                Jobs.Store, new ReplySender(_rest, Jobs.Clock, options), new ReplyPictures(Jobs.Files, options), options, _meter, Jobs.Clock, NullLogger<ReplyLane>.Instance),
            Jobs.Queue);
        Policy = new ContentPolicy(
            new WatchedFile<TermList>(Path.Combine(Jobs.Folder, "moderation.json"), TermFileReader.Read, TermList.Empty, NullLogger.Instance), Terms, Blocks);
    }

    public JobsFixture Jobs { get; } = new();

    public LimitStore Rules { get; }

    public AuditStore Audit { get; }

    public BlockStore Blocks { get; }

    public TermStore Terms { get; }

    public UserSettingsStore Settings { get; }

    public ContentPolicy Policy { get; }

    public ReplyUpdater Replies { get; }

    public AdminOptions Admins { get; } = new();

    public string File => Path.Combine(Jobs.Folder, "limits.json");

    public static async Task<HandlerBench> StartAsync() => new(await LoopbackPeer.StartAsync((context, call) => call.Target.Contains("/callback", StringComparison.Ordinal)
        ? context.Json(200, """{"interaction":{"id":"1","type":2,"response_message_id":"900"}}""")
        : context.Posted()));

    /// <summary>A command as an admin of the guild gives it, with its options as Discord sends them.</summary>
    /// <param name="command">With the subcommand: <c>limits set</c>.</param>
    /// <param name="change">What is different in the interaction.</param>
    public InteractionContext Command(string command, string options = "", string change = "", string user = AdminId, string permissions = "32")
    {
        var names = command.Split(' ');
        var given = names.Length == 1 ? $"[{options}]" : $$"""[{ "name": "{{names[1]}}", "type": 1, "options": [{{options}}] }]""";
        return Context($$"""
            "type": 2, "data": { "id": "3", "type": 1, "name": "{{names[0]}}", "options": {{given}}{{(change.StartsWith("\"resolved", StringComparison.Ordinal) ? ", " + change : "")}} },
            "guild_id": "{{GuildId}}", "channel": { "id": "6", "type": 0 }, "channel_id": "6",
            "member": { "user": { "id": "{{user}}", "username": "grace" }, "roles": [], "permissions": "{{permissions}}" }
            {{(change.Length > 0 && !change.StartsWith("\"resolved", StringComparison.Ordinal) ? ", " + change : "")}}
            """);
    }

    public InteractionContext Button(string customId, string user) => Context($$"""
        "type": 3, "data": { "custom_id": "{{customId}}", "component_type": 2 }, "channel": { "id": "6", "type": 0 }, "channel_id": "6",
        "user": { "id": "{{user}}", "username": "ada" }
        """);

    public InteractionContext DirectMessage(string command) => Context($$"""
        "type": 2, "data": { "id": "3", "type": 1, "name": "{{command}}" }, "channel": { "id": "6", "type": 1 }, "channel_id": "6",
        "user": { "id": "{{AdminId}}", "username": "grace" }
        """);

    public static string Option(string name, object value, int type = 3) => $$"""{ "name": "{{name}}", "type": {{type}}, "value": {{JsonSerializer.Serialize(value)}} }""";

    /// <summary>Runs a handler and gives what it answered privately.</summary>
    public async Task<string> AskAsync(Func<InteractionContext, CancellationToken, Task> handler, InteractionContext context)
    {
        await handler(context, TestContext.Current.CancellationToken);
        var data = LastBody().GetProperty("data");
        Assert.Equal(64, data.GetProperty("flags").GetInt32());
        var content = data.GetProperty("content").GetString()!;
        Assert.True(content.Length <= 2000);
        return content;
    }

    /// <summary>What a handler refuses, and with which words.</summary>
    public async Task<string> RefusedAsync(Func<InteractionContext, CancellationToken, Task> handler, InteractionContext context)
    {
        var refusal = await Assert.ThrowsAsync<UserFacingException>(() => handler(context, TestContext.Current.CancellationToken));
        Assert.Empty(_peer.Calls);
        return refusal.Message;
    }

    public JsonElement LastBody() => JsonDocument.Parse(_peer.Calls[^1].Body).RootElement;

    public IReadOnlyList<string> AuditLines() => [.. Audit.Latest(new Snowflake(ulong.Parse(GuildId)), 50)
        .Select(entry => $"{entry.ActorName}: {entry.Action} {entry.Target}: {entry.Before} -> {entry.After}")];

    public async ValueTask DisposeAsync()
    {
        foreach (var call in _peer.Calls)
        {
            var violations = OpenApiJudge.TryLoad()?.Check(new HttpMethod(call.Method), call.Target, call.Headers.GetValueOrDefault("Content-Type", ""), call.Body) ?? [];
            Assert.Empty(violations);
        }

        await Replies.DisposeAsync();
        _meter.Dispose();
        Jobs.Dispose();
        _rest.Dispose();
        await _peer.DisposeAsync();
    }

    private InteractionContext Context(string fields)
    {
        var json = $$"""{ "id": "{{++_interactions}}", "application_id": "41", "token": "some-token", "version": 1, {{fields}} }""";
        return new InteractionContext(JsonSerializer.Deserialize(json, DiscordJson.Default.Interaction)!, _rest, Jobs.Clock);
    }
}
