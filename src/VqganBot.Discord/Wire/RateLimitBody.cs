using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>The body of a 429.</summary>
public sealed record RateLimitBody
{
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <value>Seconds.</value>
    [JsonPropertyName("retry_after")]
    public double? RetryAfter { get; init; }

    [JsonPropertyName("global")]
    public bool Global { get; init; }

    [JsonPropertyName("code")]
    public int? Code { get; init; }
}
