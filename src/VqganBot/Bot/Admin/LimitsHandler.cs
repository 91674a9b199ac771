using VqganBot.Bot.Commands;
using VqganBot.Bot.Replies;
using VqganBot.Discord.Wire;
using VqganBot.Limits;
using VqganBot.Storage;

namespace VqganBot.Bot.Admin;

/// <summary><c>/limits show | set | reset</c>.</summary>
internal sealed class LimitsHandler(Database database, LimitStore store, LimitsOverview overview, AuditStore audit)
{
    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var guild = AdminGate.Require(context);
        var options = OptionReader.Of(context.Interaction);
        var text = options.Command switch
        {
            "limits set" => Set(context.Interaction, guild, options),
            "limits reset" => Reset(context.Interaction, guild, options),
            _ => overview.Of(context.Interaction, guild, options),
        };
        return context.AnswerAsync(new MessageBody { Content = text }, isPrivate: true, cancellation);
    }

    private string Set(Interaction interaction, Snowflake guild, OptionReader options)
    {
        var (limit, target) = (Limit(options), Target(options, guild));
        if (limit.Unit == LimitUnit.Channels && target.Scope == LimitScope.Channel)
            throw new UserFacingException("Allowed channels are channels already: set them for everyone, a role or a user.");
        var typed = options.String("value") ?? "";
        var value = LimitValueParser.TryParse(limit, typed)
            ?? throw new UserFacingException($"“{Echo.Prompt(typed, 60)}” is no value for {limit.Label.ToLowerInvariant()}. It takes {LimitValueParser.Accepted(limit)}.");

        var before = database.Write(_ =>
        {
            var before = store.Set(guild, new LimitRule(target, limit.Limit, value));
            audit.Add(interaction, options.Command, $"{limit.Name} for {target}", Stored(limit, before), LimitText.Value(limit, value));
            return before;
        });
        return $"**{limit.Label}** for {target}: {Stored(limit, before) ?? "not set"} → **{LimitText.Value(limit, value)}**{Ceiling(limit, value)}";
    }

    private string Reset(Interaction interaction, Snowflake guild, OptionReader options)
    {
        var (limit, target) = (Limit(options), Target(options, guild));
        var before = database.Write(_ =>
        {
            var before = store.Reset(guild, target, limit.Limit);
            if (before is not null) audit.Add(interaction, options.Command, $"{limit.Name} for {target}", Stored(limit, before));
            return before;
        });
        return before is null
            ? $"**{limit.Label}** was not set for {target}, so nothing has changed."
            : $"**{limit.Label}** for {target}: {Stored(limit, before)} → **not set**{(target == LimitTarget.Everyone ? $"\n-# By default it is {overview.Default(limit)}." : "")}";
    }

    private string Ceiling(LimitDefinition limit, LimitValue value) => overview.CeilingBelow(limit, value) is { } ceiling
        ? $"\n-# This bot gives {ceiling} to nobody more, so that is what holds."
        : "";

    private static string? Stored(LimitDefinition limit, LimitValue? value) => value is null ? null : LimitText.Value(limit, value);

    private static LimitDefinition Limit(OptionReader options) => LimitDefinition.Find(options.String("limit") ?? "")
        ?? throw new UserFacingException($"There is no such limit; there are {string.Join(", ", LimitDefinition.All.Select(limit => limit.Name))}.");

    private static LimitTarget Target(OptionReader options, Snowflake guild)
    {
        LimitTarget[] targets =
        [
            .. Named(LimitScope.Role, options.Snowflake("role")),
            .. Named(LimitScope.User, options.Snowflake("user")),
            .. Named(LimitScope.Channel, options.Snowflake("channel")),
        ];
        return targets switch
        {
            [] => LimitTarget.Everyone,
            // The role @everyone has the id of its guild.
            [{ Scope: LimitScope.Role } role] when role.Id == guild => LimitTarget.Everyone,
            [var only] => only,
            _ => throw new UserFacingException("One at a time, please: a role, a user or a channel. With none of them it is about everyone."),
        };
    }

    private static IEnumerable<LimitTarget> Named(LimitScope scope, Snowflake? id) => id is { } named ? [new LimitTarget(scope, named)] : [];
}
