using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using VqganBot.Discord;
using VqganBot.Discord.Gateway;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Simulator;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.EndToEnd.Playground.Bots;

/// <summary>A bot that does what the test says, over the real client and real sockets.</summary>
internal sealed class ScriptedBot : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly GatewayClient _gateway;
    private readonly Channel<Interaction> _interactions = System.Threading.Channels.Channel.CreateUnbounded<Interaction>();
    private readonly Task _running;
    private readonly Task _reading;
    private bool _isDisposed;

    private ScriptedBot(DiscordRestClient rest, GatewayClient gateway)
    {
        Rest = rest;
        _gateway = gateway;
        _running = gateway.RunAsync(_ending.Token);
        _reading = ReadAsync();
    }

    public DiscordRestClient Rest { get; }

    public Snowflake Application { get; private set; }

    /// <summary>Connects and registers its commands.</summary>
    public static async Task<ScriptedBot> StartAsync(SimulatorApp simulator, params IReadOnlyList<ApplicationCommand> commands)
    {
        var options = new DiscordClientOptions { Token = "playground", ApiUrl = simulator.ApiUrl };
        var rest = new DiscordRestClient(options, TimeProvider.System, NullLoggerFactory.Instance);
        var bot = new ScriptedBot(rest, new GatewayClient(options, new GatewayOptions(), rest, TimeProvider.System, NullLoggerFactory.Instance));
        bot.Application = (await rest.GetCurrentApplicationAsync()).Id;
        await rest.PutCommandsAsync(bot.Application, null, commands);
        await simulator.Gateway.WhenReadyAsync().WaitAsync(TestTimeouts.Default);
        return bot;
    }

    /// <summary>The next thing somebody did.</summary>
    public async Task<Interaction> NextAsync() => await _interactions.Reader.ReadAsync().AsTask().WaitAsync(TestTimeouts.Default);

    public Task AnswerAsync(Interaction interaction, InteractionCallbackType type, InteractionCallbackData? data = null) =>
        Rest.RespondAsync(interaction.Id, interaction.Token, new InteractionResponse { Type = type, Data = data });

    public Task ReplyAsync(Interaction interaction, string text, bool isPrivate = false, params IReadOnlyList<Component> rows) =>
        AnswerAsync(interaction, InteractionCallbackType.ChannelMessageWithSource, new InteractionCallbackData
        {
            Content = text,
            Components = rows,
            AllowedMentions = AllowedMentions.None,
            Flags = isPrivate ? MessageFlags.Ephemeral : null,
        });

    /// <summary>Edits the reply; a picture takes the place of the one before.</summary>
    public Task EditAsync(Interaction interaction, string text, byte[]? picture = null, string alt = "", params IReadOnlyList<Component> rows)
    {
        FileUpload[] files = picture is null ? [] : [new FileUpload("picture.png", "image/png", picture)];
        var body = new MessageBody
        {
            Content = text,
            Components = rows,
            Attachments = picture is null ? null : [new AttachmentBody { Id = "0", Filename = "picture.png", Description = alt }],
        };
        return Rest.EditOriginalAsync(Application, interaction.Token, body, files);
    }

    /// <summary>Goes offline; a second time it does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true)) return;
        await _ending.CancelAsync();
        await Task.WhenAll(_running, _reading).WaitAsync(TestTimeouts.Default);
        Rest.Dispose();
        _ending.Dispose();
    }

    private async Task ReadAsync()
    {
        await foreach (GatewayDispatch dispatch in _gateway.Dispatches.ReadAllAsync())
        {
            if (dispatch.EventName == "INTERACTION_CREATE")
                await _interactions.Writer.WriteAsync(System.Text.Json.JsonSerializer.Deserialize(dispatch.Data, DiscordJson.Default.Interaction)!);
        }
    }
}
