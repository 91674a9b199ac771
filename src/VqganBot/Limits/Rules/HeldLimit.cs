namespace VqganBot.Limits;

/// <summary>A limit as it holds for somebody somewhere.</summary>
/// <param name="Source">Where it comes from: <c>default</c>, <c>everyone</c>, or the role, user or channel as Discord shows it.</param>
/// <param name="OnlyIn">Null, or the channel in which alone it holds and is counted.</param>
internal sealed record HeldLimit(LimitDefinition Limit, LimitValue Value, string Source, Discord.Wire.Snowflake? OnlyIn = null);
