using VqganBot.Discord.Wire;

namespace VqganBot.Moderation;

/// <summary>Somebody who may not paint.</summary>
internal sealed record UserBlock(Snowflake User, string? Reason);
