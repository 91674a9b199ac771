using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.World;

/// <summary>A role of the guild; that of everybody has the guild's own id.</summary>
public sealed record SimulatedRole(Snowflake Id, string Name, Permissions Permissions, int Position, int Color);
