using System.Text.Json;
using Dapper;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Storage;

namespace VqganBot.Bot.Sight;

/// <summary>What the buttons under a private answer need, since a button has no room for it: by the interaction that was answered, and for that person alone.</summary>
internal sealed class KeptAnswers(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public void Keep(Snowflake interaction, Snowflake user, IReadOnlyList<string> texts) => database.Write(connection =>
    {
        connection.Execute("DELETE FROM kept_answers WHERE created_at < @before", new { before = clock.GetUtcNow() - Kept });
        connection.Execute(
            "INSERT OR REPLACE INTO kept_answers (interaction, user, content, created_at) VALUES (@interaction, @user, @content, @now)",
            new { interaction, user, content = JsonSerializer.Serialize(texts, JobJson.Default.IReadOnlyListString), now = clock.GetUtcNow() });
    });

    /// <summary>Null when there is nothing of that person.</summary>
    public IReadOnlyList<string>? Find(Snowflake interaction, Snowflake user) => database.Read(connection =>
        connection.QuerySingleOrDefault<string>("SELECT content FROM kept_answers WHERE interaction = @interaction AND user = @user", new { interaction, user }))
            is { } content ? JsonSerializer.Deserialize(content, JobJson.Default.IReadOnlyListString) : null;

    public void Forget(Snowflake user) => database.Write(connection =>
    {
        connection.Execute("DELETE FROM kept_answers WHERE user = @user", new { user });
    });
}
