using Dapper;
using VqganBot.Discord.Wire;
using VqganBot.Storage;

namespace VqganBot.Limits;

/// <summary>
/// The limits that were set by command. They belong to the guild whose admins set them: an admin of one has nothing to say
/// in another, though both may share the bot.
/// </summary>
internal sealed class LimitStore(Database database)
{
    public IReadOnlyList<LimitRule> OfGuild(Snowflake guild) => database.Read(connection => connection
        .Query<Row>("SELECT scope AS Scope, target AS Target, name AS Name, value AS Value FROM limits WHERE guild = @guild ORDER BY rowid", new { guild })
        .Select(row => row.ToRule())
        .OfType<LimitRule>()
        .ToList());

    /// <summary>Sets a limit; gives what it was set to before, null when it was not.</summary>
    public LimitValue? Set(Snowflake guild, LimitRule rule) => database.Write(connection =>
    {
        var before = Find(guild, rule.Target, rule.Limit);
        connection.Execute(
            """
            INSERT INTO limits (guild, scope, target, name, value) VALUES (@guild, @scope, @target, @name, @value)
            ON CONFLICT (guild, scope, target, name) DO UPDATE SET value = excluded.value
            """,
            new { guild, scope = (int)rule.Target.Scope, target = rule.Target.Id, name = LimitDefinition.Of(rule.Limit).Name, value = rule.Value.ToString() });
        return before;
    });

    /// <summary>Takes a limit back; gives what it was set to, null when it was not.</summary>
    public LimitValue? Reset(Snowflake guild, LimitTarget target, LimitName limit) => database.Write(connection =>
    {
        var before = Find(guild, target, limit);
        connection.Execute(
            "DELETE FROM limits WHERE guild = @guild AND scope = @scope AND target = @target AND name = @name",
            new { guild, scope = (int)target.Scope, target = target.Id, name = LimitDefinition.Of(limit).Name });
        return before;
    });

    private LimitValue? Find(Snowflake guild, LimitTarget target, LimitName limit) =>
        OfGuild(guild).FirstOrDefault(rule => rule.Target == target && rule.Limit == limit)?.Value;

    private sealed record Row
    {
        public LimitScope Scope { get; init; }

        public Snowflake Target { get; init; }

        public string Name { get; init; } = "";

        public string Value { get; init; } = "";

        // A limit that a newer version knew, and this one does not, is left alone.
        public LimitRule? ToRule() => LimitDefinition.Find(Name) is { } definition
            ? new LimitRule(new LimitTarget(Scope, Target), definition.Limit, LimitValue.FromStored(definition.Limit, Value))
            : null;
    }
}
