using System.Collections.Concurrent;
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

    public void Learn(IEnumerable<Role> roles)
    {
        foreach (var role in roles)
            _names[role.Id] = role.Name;
    }
}
