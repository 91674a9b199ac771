using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Opcode 3: what is shown beside the bot's name.</summary>
public sealed record PresenceUpdate
{
    [JsonPropertyName("since")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? Since { get; init; }

    [JsonPropertyName("activities")]
    public required IReadOnlyList<Activity> Activities { get; init; }

    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("afk")]
    public bool Afk { get; init; }
}
