using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Rest.Sending;

/// <summary>What came back, read to its end.</summary>
internal sealed record RestAnswer(Route Route, HttpStatusCode Status, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public T Read<T>(JsonTypeInfo<T> type) where T : class =>
        TryRead(type) ?? throw new DiscordApiException(Status, 0, Route.ToString(), $"{Route} was answered with {(int)Status} and {Body.Length} bytes that are no {typeof(T).Name}.");

    /// <returns>Null where the body is empty or something else.</returns>
    public T? TryRead<T>(JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return Body.Length == 0 ? null : JsonSerializer.Deserialize(Body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public DiscordApiException ToException(TimeSpan? retryAfter)
    {
        ErrorBody? error = TryRead(DiscordJson.Default.ErrorBody);
        string details = error?.Errors is { } errors ? FormErrors.Flatten(errors) : "";
        string message = $"{Route} was refused with {(int)Status}"
            + (error is null ? " and no JSON." : $", code {error.Code}: {error.Message}")
            + (details.Length > 0 ? $" ({details})" : "")
            + (retryAfter is { } wait ? $" To be asked again in {wait.TotalSeconds:0.###} s." : "");
        return new DiscordApiException(Status, error?.Code ?? 0, Route.ToString(), message) { RetryAfter = retryAfter };
    }
}
