namespace VqganBot.Limits;

/// <summary>A limit that was set by command.</summary>
internal sealed record LimitRule(LimitTarget Target, LimitName Limit, LimitValue Value);
