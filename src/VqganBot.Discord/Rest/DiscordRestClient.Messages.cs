using VqganBot.Discord.Rest.Sending;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Rest;

public sealed partial class DiscordRestClient
{
    private const string MessageTemplate = "/channels/{channel_id}/messages/{message_id}";

    public async Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellation = default)
    {
        RestAnswer answer = await _transport.SendAsync(Route.ForBot(HttpMethod.Get, "/channels/{channel_id}", channel), null, Retries.Always, cancellation).ConfigureAwait(false);
        return answer.Read(DiscordJson.Default.Channel);
    }

    public Task<Message> GetMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellation = default) =>
        SendForMessageAsync(Route.ForBot(HttpMethod.Get, MessageTemplate, channel, message), null, Retries.Always, cancellation);

    /// <remarks>With a nonce that is enforced it is repeated when no answer comes; without one it might be posted twice, so it is not.</remarks>
    public Task<Message> CreateMessageAsync(Snowflake channel, MessageBody body, IReadOnlyList<FileUpload>? files = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        Retries retries = body is { Nonce.Length: > 0, EnforceNonce: true } ? Retries.Always : Retries.UntilAccepted;
        return SendForMessageAsync(Route.ForBot(HttpMethod.Post, "/channels/{channel_id}/messages", channel), WithFiles(body, files), retries, cancellation);
    }

    public Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageBody body, IReadOnlyList<FileUpload>? files = null, CancellationToken cancellation = default) =>
        SendForMessageAsync(Route.ForBot(HttpMethod.Patch, MessageTemplate, channel, message), WithFiles(body, files), Retries.Always, cancellation);

    public Task DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellation = default) =>
        _transport.SendAsync(Route.ForBot(HttpMethod.Delete, MessageTemplate, channel, message), null, Retries.Always, cancellation);

    private async Task<Message> SendForMessageAsync(Route route, RequestBody? body, Retries retries, CancellationToken cancellation)
    {
        RestAnswer answer = await _transport.SendAsync(route, body, retries, cancellation).ConfigureAwait(false);
        return answer.Read(DiscordJson.Default.Message);
    }

    private static RequestBody WithFiles(MessageBody body, IReadOnlyList<FileUpload>? files)
    {
        ArgumentNullException.ThrowIfNull(body);
        return RequestBody.Of(body with { Attachments = RequestBody.Attachments(body.Attachments, files) }, DiscordJson.Default.MessageBody, files);
    }
}
