using System.Text.Json;
using VqganBot.Discord;
using VqganBot.Discord.Gateway;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Peers;

/// <summary>Our client with a Discord that is not ours, written from the documentation, with as many oddities as that allows.</summary>
public sealed class StrangeDiscordTests
{
    [Fact]
    public async Task Client_ThroughAllScenes_DoesWhatTheDocumentationAsks()
    {
        var (peer, reason) = await NodePeer.StartAsync("strangediscord", "server.js");
        Assert.SkipUnless(peer is not null, reason);
        await using var _ = peer;
        var api = (await peer.NextAsync("listening")).GetProperty("api").GetString()!;
        using var logs = new CapturedLogs();
        var options = new DiscordClientOptions { Token = "strange.token", ApiUrl = new Uri(api) };
        using var rest = new DiscordRestClient(options, TimeProvider.System, logs);
        var gateway = new GatewayClient(options, new GatewayOptions(), rest, new SpeedyClock(factor: 10), logs);
        using var limit = new CancellationTokenSource(TestTimeouts.Default);

        var running = gateway.RunAsync(limit.Token);
        var (events, interactions) = await PaintAllAsync(gateway, rest, CancellationToken.None);

        Assert.False(limit.IsCancellationRequested, $"The scenes did not end. The peer told:\n{peer.Transcript()}\nThe client logged:\n{string.Join('\n', logs.Lines)}");
        var closed = await Assert.ThrowsAsync<GatewayClosedException>(() => running);
        Assert.Equal(4014, closed.Code);
        await peer.NextAsync("done");
        Assert.Equal(["1001", "1002"], interactions);
        Assert.Contains("GUILD_CREATE", events);
        Assert.Contains("CONTENT_INVENTORY_INBOX_STALE", events);
        Assert.DoesNotContain(logs.Lines, line => line.Text.Contains(options.Token, StringComparison.Ordinal));
    }

    /// <summary>A bot as small as can be: every interaction is deferred and gets a picture.</summary>
    private static async Task<(List<string> Events, List<string> Interactions)> PaintAllAsync(GatewayClient gateway, DiscordRestClient rest, CancellationToken cancellation)
    {
        List<string> events = [];
        List<string> interactions = [];
        await foreach (var dispatch in gateway.Dispatches.ReadAllAsync(cancellation))
        {
            events.Add(dispatch.EventName);
            if (dispatch.EventName != "INTERACTION_CREATE") continue;
            var interaction = dispatch.Data.Deserialize(DiscordJson.Default.Interaction)!;
            interactions.Add($"{interaction.Id}");
            var type = interaction.Type == InteractionType.MessageComponent
                ? InteractionCallbackType.DeferredUpdateMessage
                : InteractionCallbackType.DeferredChannelMessageWithSource;
            var response = await rest.RespondAsync(interaction.Id, interaction.Token, new InteractionResponse { Type = type }, cancellation: cancellation);
            Assert.Equal(new Snowflake(555), response.Interaction.ResponseMessageId);
            var picture = new FileUpload("picture.png", "image/png", new byte[1000]);
            var message = await rest.EditOriginalAsync(interaction.ApplicationId, interaction.Token, new MessageBody { Content = $"for {interaction.User.DisplayName}" }, [picture], cancellation);
            Assert.Equal(123, Assert.Single(message.Attachments!).Size);
        }

        return (events, interactions);
    }
}
