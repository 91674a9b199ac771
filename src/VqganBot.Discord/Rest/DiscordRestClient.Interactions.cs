using VqganBot.Discord.Rest.Sending;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Rest;

public sealed partial class DiscordRestClient
{
    private const string OfMessage = "/messages/{message_id}";

    /// <summary>Answers an interaction. Waits on no limiter, is not repeated after it may have been received.</summary>
    public async Task<InteractionCallbackResponse> RespondAsync(Snowflake interaction, string token, InteractionResponse response, IReadOnlyList<FileUpload>? files = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        ArgumentNullException.ThrowIfNull(response);
        if (files is { Count: > 0 })
        {
            InteractionCallbackData data = response.Data ?? new InteractionCallbackData();
            response = response with { Data = data with { Attachments = RequestBody.Attachments(data.Attachments, files) } };
        }
        RequestBody body = RequestBody.Of(response, DiscordJson.Default.InteractionResponse, files);
        RestAnswer answer = await _transport.SendAsync(Route.ForCallback(interaction, token), body, Retries.UntilConnected, cancellation).ConfigureAwait(false);

        // It was accepted, so whatever the body lacks must not look like a refusal.
        return answer.TryRead(DiscordJson.Default.InteractionCallbackResponse)
            ?? new InteractionCallbackResponse { Interaction = new InteractionCallback { Id = interaction } };
    }

    public Task<Message> GetOriginalAsync(Snowflake application, string token, CancellationToken cancellation = default) =>
        SendForMessageAsync(Original(HttpMethod.Get, application, token), null, Retries.Always, cancellation);

    public Task<Message> EditOriginalAsync(Snowflake application, string token, MessageBody body, IReadOnlyList<FileUpload>? files = null, CancellationToken cancellation = default) =>
        SendForMessageAsync(Original(HttpMethod.Patch, application, token), WithFiles(body, files), Retries.Always, cancellation);

    public Task DeleteOriginalAsync(Snowflake application, string token, CancellationToken cancellation = default) =>
        _transport.SendAsync(Original(HttpMethod.Delete, application, token), null, Retries.Always, cancellation);

    public Task<Message> CreateFollowupAsync(Snowflake application, string token, MessageBody body, IReadOnlyList<FileUpload>? files = null, CancellationToken cancellation = default) =>
        SendForMessageAsync(Webhook(HttpMethod.Post, "?wait=true", application, token), WithFiles(body, files), Retries.UntilAccepted, cancellation);

    public Task<Message> EditFollowupAsync(Snowflake application, string token, Snowflake message, MessageBody body, IReadOnlyList<FileUpload>? files = null, CancellationToken cancellation = default) =>
        SendForMessageAsync(Webhook(HttpMethod.Patch, OfMessage, application, token, message), WithFiles(body, files), Retries.Always, cancellation);

    public Task DeleteFollowupAsync(Snowflake application, string token, Snowflake message, CancellationToken cancellation = default) =>
        _transport.SendAsync(Webhook(HttpMethod.Delete, OfMessage, application, token, message), null, Retries.Always, cancellation);

    private static Route Original(HttpMethod method, Snowflake application, string token) =>
        Webhook(method, "/messages/@original", application, token);

    private static Route Webhook(HttpMethod method, string rest, Snowflake application, string token, Snowflake? message = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return Route.ForWebhook(method, rest, application, token, message);
    }
}
