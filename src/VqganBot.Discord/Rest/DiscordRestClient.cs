using Microsoft.Extensions.Logging;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Rest;

/// <summary>Discord's REST API, as far as a bot like this needs it.</summary>
public sealed class DiscordRestClient : IDisposable
{
    public DiscordRestClient(DiscordClientOptions options, TimeProvider clock, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        throw new NotImplementedException();
    }

    /// <value>Counts of what went over the wire, for health and metrics.</value>
    public RestCounters Counters { get; } = new();

    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    public Task<Application> GetCurrentApplicationAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <param name="guild">The guild whose own commands are meant; null for the global ones.</param>
    public Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(Snowflake application, Snowflake? guild, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Replaces all commands of a scope.</summary>
    public Task<IReadOnlyList<ApplicationCommand>> PutCommandsAsync(Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Answers an interaction. Waits on no limiter, is not repeated after it may have been received.</summary>
    public Task<InteractionCallbackResponse> RespondAsync(Snowflake interaction, string token, InteractionResponse response, IReadOnlyList<FileUpload>? files = null, CancellationToken cancellation = default) => throw new NotImplementedException();

    public Task<Message> GetOriginalAsync(Snowflake application, string token, CancellationToken cancellation = default) => throw new NotImplementedException();

    public Task<Message> EditOriginalAsync(Snowflake application, string token, MessageBody body, IReadOnlyList<FileUpload>? files = null, CancellationToken cancellation = default) => throw new NotImplementedException();

    public Task DeleteOriginalAsync(Snowflake application, string token, CancellationToken cancellation = default) => throw new NotImplementedException();

    public Task<Message> CreateFollowupAsync(Snowflake application, string token, MessageBody body, IReadOnlyList<FileUpload>? files = null, CancellationToken cancellation = default) => throw new NotImplementedException();

    public Task<Message> EditFollowupAsync(Snowflake application, string token, Snowflake message, MessageBody body, IReadOnlyList<FileUpload>? files = null, CancellationToken cancellation = default) => throw new NotImplementedException();

    public Task DeleteFollowupAsync(Snowflake application, string token, Snowflake message, CancellationToken cancellation = default) => throw new NotImplementedException();

    public Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellation = default) => throw new NotImplementedException();

    public Task<Message> GetMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellation = default) => throw new NotImplementedException();

    public Task<Message> CreateMessageAsync(Snowflake channel, MessageBody body, IReadOnlyList<FileUpload>? files = null, CancellationToken cancellation = default) => throw new NotImplementedException();

    public Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageBody body, IReadOnlyList<FileUpload>? files = null, CancellationToken cancellation = default) => throw new NotImplementedException();

    public Task DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellation = default) => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
