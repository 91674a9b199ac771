using System.Text.Json;
using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>The body of a refusal.</summary>
public sealed record ErrorBody
{
    [JsonPropertyName("code")]
    public int Code { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <value>A tree whose leaves are <c>_errors: [{code, message}]</c>.</value>
    [JsonPropertyName("errors")]
    public JsonElement? Errors { get; init; }
}
