using Microsoft.AspNetCore.Http;
using VqganBot.Discord;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Discord.Rest;

/// <summary>The client, the peer it talks to, and the clock by which it waits.</summary>
internal sealed class RestHarness : IAsyncDisposable
{
    public const string BotToken = "MTIz.the-bots-own.secret";
    public const string InteractionToken = "aW50ZXJhY3Rpb24tdG9rZW4";
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(15);
    public static readonly Snowflake AppId = new(41);
    public static readonly Snowflake ChannelId = new(7);
    public static readonly Snowflake MessageId = new(900);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RestHarness(LoopbackPeer peer)
    {
        Peer = peer;
        Client = Connect(peer.Api);
    }

    public LoopbackPeer Peer { get; }

    public ObservedClock Clock { get; } = new();

    public LogLines Logs { get; } = new();

    public DiscordRestClient Client { get; }

    public static Task<RestHarness> StartAsync(Func<HttpContext, Task> answer) => StartAsync((context, _) => answer(context));

    public static async Task<RestHarness> StartAsync(Func<HttpContext, ReceivedCall, Task> answer) => new(await LoopbackPeer.StartAsync(answer));

    /// <summary>Answers the first request by the first, and so on; the last one goes on for ever.</summary>
    public static Task<RestHarness> StartAsync(params Func<HttpContext, Task>[] answers)
    {
        var next = -1;
        return StartAsync((context, _) => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context));
    }

    public DiscordRestClient Connect(Uri api, TimeSpan? requestTimeout = null) =>
        new(new DiscordClientOptions { Token = BotToken, ApiUrl = api, RequestTimeout = requestTimeout ?? RequestTimeout }, Clock, Logs);

    public Task<Message> EditOriginalAsync(string content = "x", string token = InteractionToken) =>
        Client.EditOriginalAsync(AppId, token, new MessageBody { Content = content }, null, Cancellation);

    public Task<Message> CreateFollowupAsync(MessageBody body) => Client.CreateFollowupAsync(AppId, InteractionToken, body, null, Cancellation);

    public Task<Message> GetMessageAsync(Snowflake? channel = null) => Client.GetMessageAsync(channel ?? ChannelId, MessageId, Cancellation);

    public Task<Message> CreateMessageAsync(MessageBody body, params FileUpload[] files) => Client.CreateMessageAsync(ChannelId, body, files, Cancellation);

    public Task<Message> EditMessageAsync(MessageBody body, params FileUpload[] files) => Client.EditMessageAsync(ChannelId, MessageId, body, files, Cancellation);

    public Task<GatewayBot> GetGatewayBotAsync() => Client.GetGatewayBotAsync(Cancellation);

    public Task<InteractionCallbackResponse> DeferAsync() => DeferAsync(Client);

    public static Task<InteractionCallbackResponse> DeferAsync(DiscordRestClient client) =>
        client.RespondAsync(new Snowflake(55), InteractionToken, new InteractionResponse { Type = InteractionCallbackType.DeferredChannelMessageWithSource }, null, Cancellation);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Peer.DisposeAsync();
    }
}
