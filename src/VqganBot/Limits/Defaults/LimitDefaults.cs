using VqganBot.Discord.Wire;
using Values = System.Collections.Generic.IReadOnlyDictionary<VqganBot.Limits.LimitName, VqganBot.Limits.LimitValue>;

namespace VqganBot.Limits;

/// <summary>What <c>limits.json</c> says: limits that hold where no command set any.</summary>
/// <param name="roles">By id or by name.</param>
internal sealed class LimitDefaults(Values everyone, IReadOnlyDictionary<string, Values> roles, Values ceiling)
{
    private static readonly Dictionary<LimitName, LimitValue> Nothing = [];

    /// <value>Without a file.</value>
    public static LimitDefaults BuiltIn { get; } = new(Nothing, new Dictionary<string, Values>(), Nothing);

    public LimitValue OfEveryone(LimitName limit) => everyone.GetValueOrDefault(limit) ?? LimitDefinition.Of(limit).BuiltIn;

    public LimitValue? OfRole(Snowflake role, string? name, LimitName limit) =>
        (roles.GetValueOrDefault(role.ToString()) ?? (name is null ? null : roles.GetValueOrDefault(name)))?.GetValueOrDefault(limit);

    /// <summary>What no command may go beyond, of whichever guild; null: anything goes.</summary>
    public LimitValue? Ceiling(LimitName limit) => ceiling.GetValueOrDefault(limit);
}
