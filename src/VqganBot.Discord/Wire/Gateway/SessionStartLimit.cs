using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>The budget of Identify.</summary>
public sealed record SessionStartLimit
{
    [JsonPropertyName("total")]
    public int Total { get; init; }

    [JsonPropertyName("remaining")]
    public int Remaining { get; init; }

    /// <value>Milliseconds.</value>
    [JsonPropertyName("reset_after")]
    public long ResetAfter { get; init; }

    [JsonPropertyName("max_concurrency")]
    public int MaxConcurrency { get; init; }
}
