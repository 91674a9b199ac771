using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VqganBot.Discord.Interactions;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Http;

/// <summary>
/// Receives what Discord posts: https://docs.discord.com/developers/interactions/overview#configuring-an-interactions-endpoint-url.
/// Answers with 202 and nothing else; the handler then answers by the callback route, as it does for the gateway.
/// </summary>
internal sealed partial class InteractionsEndpoint(
    IOptions<HttpInteractionsOptions> options, IncomingInteractions incoming, TimeProvider clock, ILogger<InteractionsEndpoint> logger) : IDisposable
{
    public const int MostBytes = 256 * 1024;

    private readonly InteractionSignature _signature = new(options.Value.PublicKey!);

    public async Task HandleAsync(HttpContext context)
    {
        var receivedAt = clock.GetTimestamp();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        if (await ReadBodyAsync(context) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        // Discord itself posts wrong signatures now and then, and removes the address of whoever takes them.
        if (!IsGenuine(context.Request.Headers["X-Signature-Ed25519"].ToString(), context.Request.Headers["X-Signature-Timestamp"].ToString(), body))
        {
            Log.Refused(logger);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await AnswerAsync(context, body, receivedAt);
    }

    public void Dispose() => _signature.Dispose();

    private async Task AnswerAsync(HttpContext context, byte[] body, long receivedAt)
    {
        // A PING has no user and perhaps not the rest: only its type is looked at.
        if (TypeOf(body) == (int)InteractionType.Ping)
        {
            await context.Response.WriteAsJsonAsync(new InteractionResponse { Type = InteractionCallbackType.Pong }, DiscordJson.Default.InteractionResponse, cancellationToken: context.RequestAborted);
            return;
        }

        try
        {
            var interaction = JsonSerializer.Deserialize(body, DiscordJson.Default.Interaction) ?? throw new JsonException("The interaction is null.");
            if (!incoming.TryAdd(interaction, receivedAt)) Log.Again(logger, interaction.Id);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (JsonException exception)
        {
            Log.Unreadable(logger, exception);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private bool IsGenuine(string signature, string timestamp, ReadOnlySpan<byte> body) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(seconds - clock.GetUtcNow().ToUnixTimeSeconds()) <= options.Value.ReplayWindow.TotalSeconds
        && _signature.Verify(signature, timestamp, body);

    private static int? TypeOf(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("type", out var type)
                && type.ValueKind == JsonValueKind.Number && type.TryGetInt32(out var number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The raw bytes, which are what was signed; null when there are too many.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostBytes) return null;
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            var body = read.IsCompleted && read.Buffer.Length <= MostBytes ? read.Buffer.ToArray() : null;
            var isOver = read.IsCompleted || read.Buffer.Length > MostBytes;
            context.Request.BodyReader.AdvanceTo(isOver ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            if (isOver) return body;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A posted interaction was refused: not signed by Discord, or too long ago.")]
        public static partial void Refused(ILogger logger);

        [LoggerMessage(2, LogLevel.Debug, "Interaction {Interaction} was posted again and dropped.")]
        public static partial void Again(ILogger logger, Snowflake interaction);

        [LoggerMessage(3, LogLevel.Warning, "A posted interaction could not be read.")]
        public static partial void Unreadable(ILogger logger, Exception exception);
    }
}
