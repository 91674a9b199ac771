using System.Collections.Concurrent;
using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Limits;

/// <summary>
/// The names of roles, as the gateway told them, so that <c>limits.json</c> may call a role by its name. Interactions
/// carry only ids; where no gateway is used, the file must too.
/// </summary>
internal sealed class RoleNames
{
    private readonly ConcurrentDictionary<Snowflake, string> _names = new();

    public string? Of(Snowflake role) => _names.GetValueOrDefault(role);

    /// <summary>Takes the names from any event of the gateway that has some.</summary>
    public void Learn(string eventName, JsonElement data)
    {
        IEnumerable<JsonElement> roles = eventName switch
        {
            "GUILD_CREATE" or "GUILD_UPDATE" when data.TryGetProperty("roles", out var all) => all.EnumerateArray(),
            "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" => [data.GetProperty("role")],
            _ => [],
        };
        foreach (var role in roles.Select(role => role.Deserialize(DiscordJson.Default.Role)!))
            _names[role.Id] = role.Name;
    }
}
