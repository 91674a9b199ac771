using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.World;

/// <summary>Somebody in the guild.</summary>
/// <param name="Username">As in the account: lower case.</param>
/// <param name="DisplayName">As people see it.</param>
/// <param name="Locale">The language of the client, such as <c>en-US</c>.</param>
public sealed record SimulatedUser(Snowflake Id, string Username, string DisplayName, string Locale, IReadOnlyList<Snowflake> Roles, bool IsBot = false);
