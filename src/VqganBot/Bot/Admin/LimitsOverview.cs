using System.Globalization;
using VqganBot.Bot.Commands;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Limits;

namespace VqganBot.Bot.Admin;

/// <summary>What <c>/limits show</c> answers: what holds for whoever was named, and where it comes from.</summary>
internal sealed class LimitsOverview(LimitPolicy policy, LimitStore store)
{
    private const int LabelWidth = 18;
    private const int ValueWidth = 12;

    public string Of(Interaction interaction, Snowflake guild, OptionReader options)
    {
        var (role, user, channel) = (options.Snowflake("role"), options.Snowflake("user"), options.Snowflake("channel"));
        var requester = new JobRequester
        {
            User = user ?? default,
            UserName = "",
            Guild = guild,
            Channel = channel ?? default,
            Roles = [.. role is { } only ? [only] : Array.Empty<Snowflake>(), .. RolesOf(interaction, user)],
        };
        string[] about = [.. Mention("@&", role), .. Mention("@", user), .. Mention("#", channel)];
        var uses = user is null ? [] : policy.Uses(requester);
        var rows = policy.Held(requester).Select((held, row) => Row(held, user is null ? null : uses[row]));
        return about.Length > 0
            ? AnswerText.Lines($"**Limits for {string.Join(" ", about)}**", rows)
            : AnswerText.Lines("**Limits for everyone**", [.. rows, .. Others(guild)]);
    }

    /// <summary>What holds for everyone when no command says anything.</summary>
    public string Default(LimitDefinition limit) => LimitText.Value(limit, policy.Defaults.OfEveryone(limit.Limit));

    /// <summary>What the bot gives at most, where that is less than the value.</summary>
    public string? CeilingBelow(LimitDefinition limit, LimitValue value)
    {
        var held = new HeldLimit(limit, value, "");
        var below = LimitResolution.Below(policy.Defaults.Ceiling(limit.Limit), held);
        return ReferenceEquals(below, held) ? null : LimitText.Value(limit, below.Value);
    }

    // Letters of one width, so that it reads as a table; mentions stand behind it, where they are shown as names.
    private static string Row(HeldLimit held, LimitUse? use)
    {
        var isList = held.Value.Channels.Count > 0;
        var value = isList ? "" : LimitText.Value(held.Limit, held.Value);
        if (use is { Used: > 0 } && held.Limit.Limit != LimitName.CooldownSeconds)
            value = $"{LimitText.Amount(held.Limit, use.Used)} of {value}";
        var source = held.Source == "default" ? "" : $" {held.Source}";
        return string.Create(CultureInfo.InvariantCulture, $"`{held.Limit.Label.PadRight(LabelWidth)}{value.PadLeft(ValueWidth)}`{(isList ? $" {LimitText.Value(held.Limit, held.Value)}" : "")}{source}");
    }

    private IEnumerable<string> Others(Snowflake guild)
    {
        var others = store.OfGuild(guild).Where(rule => rule.Target != LimitTarget.Everyone).GroupBy(rule => rule.Target).ToList();
        if (others.Count > 0) yield return "**Set for some**";
        foreach (var rules in others)
            yield return $"{rules.Key} {string.Join(", ", rules.Select(Short))}";
    }

    private static string Short(LimitRule rule)
    {
        var limit = LimitDefinition.Of(rule.Limit);
        return $"{limit.Label.ToLowerInvariant()} **{LimitText.Value(limit, rule.Value)}**";
    }

    private static IEnumerable<Snowflake> RolesOf(Interaction interaction, Snowflake? user) =>
        user is { } id && interaction.Data?.Resolved?.Members?.TryGetValue(id, out var member) == true ? member.Roles ?? [] : [];

    private static IEnumerable<string> Mention(string sign, Snowflake? id) => id is { } named ? [$"<{sign}{named}>"] : [];
}
