using System.Text.Json;
using System.Text.Json.Serialization;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Playground.Protocol;

/// <summary>All there is, as one user sees it.</summary>
internal sealed record PageWorld : PageNews
{
    [JsonPropertyName("you")]
    public required Snowflake You { get; init; }

    [JsonPropertyName("now")]
    public required DateTimeOffset Now { get; init; }

    [JsonPropertyName("guild")]
    public required Guild Guild { get; init; }

    [JsonPropertyName("channels")]
    public required IReadOnlyList<Channel> Channels { get; init; }

    [JsonPropertyName("roles")]
    public required IReadOnlyList<Role> Roles { get; init; }

    [JsonPropertyName("members")]
    public required IReadOnlyList<PageMember> Members { get; init; }

    [JsonPropertyName("bot")]
    public required PageBot Bot { get; init; }

    [JsonPropertyName("commands")]
    public required IReadOnlyList<ApplicationCommand> Commands { get; init; }

    [JsonPropertyName("locked")]
    public required IReadOnlyList<Snowflake> Locked { get; init; }

    [JsonPropertyName("messages")]
    public required IReadOnlyList<JsonElement> Messages { get; init; }
}
