using System.Text.Json.Serialization;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Playground.Protocol;

/// <summary>Somebody in the list of members.</summary>
internal sealed record PageMember
{
    [JsonPropertyName("user")]
    public required User User { get; init; }

    [JsonPropertyName("roles")]
    public required IReadOnlyList<Snowflake> Roles { get; init; }

    [JsonPropertyName("owner")]
    public bool IsOwner { get; init; }

    [JsonPropertyName("permissions")]
    public Permissions Permissions { get; init; }
}
