using Dapper;
using VqganBot.Discord.Wire;
using VqganBot.Storage;

namespace VqganBot.Bot.Admin;

/// <summary>What admins did: who, when, what, from what to what. No prompts are in it.</summary>
internal sealed class AuditStore(Database database, TimeProvider clock)
{
    /// <summary>Writes down what the interaction did, in the transaction of the change itself where there is one.</summary>
    public void Add(Interaction interaction, string action, string target, string? before = null, string? after = null) => database.Write(connection => connection.Execute(
        """
        INSERT INTO audit (guild, at, actor, actor_name, action, target, before, after)
        VALUES (@GuildId, @At, @Actor, @ActorName, @action, @target, @before, @after)
        """,
        new { interaction.GuildId, At = clock.GetUtcNow(), Actor = interaction.User.Id, ActorName = interaction.User.DisplayName, action, target, before, after }));

    /// <summary>The last things that admins of a guild did, latest first.</summary>
    public IReadOnlyList<AuditEntry> Latest(Snowflake guild, int count) => database.Read(connection => connection.Query<AuditEntry>(
        """
        SELECT at AS At, actor_name AS ActorName, action AS Action, target AS Target, before AS Before, after AS After
        FROM audit WHERE guild = @guild ORDER BY id DESC LIMIT @count
        """,
        new { guild, count }).ToList());

    /// <summary>Takes a person's name and id out, and leaves what happened.</summary>
    public void Anonymise(Snowflake user) => database.Write(connection =>
    {
        connection.Execute("UPDATE audit SET actor = NULL, actor_name = 'somebody' WHERE actor = @user", new { user });
        connection.Execute("UPDATE audit SET target = REPLACE(target, @mention, 'somebody') WHERE instr(target, @mention)", new { mention = $"<@{user}>" });
    });
}
