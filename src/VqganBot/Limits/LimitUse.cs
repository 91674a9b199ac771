namespace VqganBot.Limits;

/// <param name="Most">Null: unlimited.</param>
/// <param name="Source">Where it comes from: <c>everyone</c>, a role, a user, a channel.</param>
internal sealed record LimitUse(LimitName Limit, double Used, double? Most, DateTimeOffset? FreesAt, string Source);
