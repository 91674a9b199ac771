using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Limits;

/// <summary>
/// Which of many rules holds. A job passes two gates. The person's: what was set for the user, else for the most generous of
/// the roles, else for everyone; where no command said anything, the file, in the same order. And the channel's: what was set
/// for it holds besides, for each person and for what is asked for there; only a limit of the user's own opens it.
/// </summary>
internal static class LimitResolution
{
    public static IEnumerable<HeldLimit> Of(LimitDefinition limit, JobRequester requester, IReadOnlyList<LimitRule> rules, LimitDefaults defaults, RoleNames names)
    {
        var mine = rules.Where(rule => rule.Limit == limit.Limit).ToList();
        HeldLimit? Set(LimitScope scope, Snowflake id) => mine.Where(rule => rule.Target == new LimitTarget(scope, id))
            .Select(rule => new HeldLimit(limit, rule.Value, rule.Target.ToString())).FirstOrDefault();

        var own = Set(LimitScope.User, requester.User);
        var person = own
            ?? MostGenerous(requester.Roles.Select(role => Set(LimitScope.Role, role)))
            ?? Set(LimitScope.Everyone, default)
            ?? MostGenerous(requester.Roles.Select(role => FromFile(limit, role, defaults, names)))
            ?? new HeldLimit(limit, defaults.OfEveryone(limit.Limit), "default");
        yield return Below(defaults.Ceiling(limit.Limit), person);

        if (own is null && Set(LimitScope.Channel, requester.Channel) is { } channel)
            yield return channel with { OnlyIn = requester.Channel };
    }

    /// <summary>The limit itself, or the ceiling where it is lower.</summary>
    public static HeldLimit Below(LimitValue? ceiling, HeldLimit limit) =>
        ceiling is not null && Generosity(limit with { Value = ceiling }) < Generosity(limit)
            ? limit with { Value = ceiling, Source = "the most this bot gives" }
            : limit;

    private static HeldLimit? FromFile(LimitDefinition limit, Snowflake role, LimitDefaults defaults, RoleNames names) =>
        defaults.OfRole(role, names.Of(role), limit.Limit) is { } value
            ? new HeldLimit(limit, value, new LimitTarget(LimitScope.Role, role).ToString())
            : null;

    private static HeldLimit? MostGenerous(IEnumerable<HeldLimit?> limits) =>
        limits.OfType<HeldLimit>().Aggregate((HeldLimit?)null, (best, next) => best is null ? next : Better(best, next));

    private static HeldLimit Better(HeldLimit one, HeldLimit other)
    {
        // Who may paint in some channels by one role, and in others by another, may in all of them.
        if (one.Limit.Unit == LimitUnit.Channels && one.Value.Channels.Count > 0 && other.Value.Channels.Count > 0)
            return one with { Value = LimitValue.Of([.. one.Value.Channels.Union(other.Value.Channels)]), Source = $"{one.Source} {other.Source}" };
        if (one.Limit.Unit == LimitUnit.Channels)
            return one.Value.Channels.Count == 0 ? one : other;
        return Generosity(other) > Generosity(one) ? other : one;
    }

    private static long Generosity(HeldLimit limit)
    {
        var most = limit.Value.Most ?? long.MaxValue;
        return limit.Limit.Limit == LimitName.CooldownSeconds ? -most : most;
    }
}
