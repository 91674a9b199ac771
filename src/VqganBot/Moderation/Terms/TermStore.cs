using System.Collections.Concurrent;
using Dapper;
using VqganBot.Discord.Wire;
using VqganBot.Storage;

namespace VqganBot.Moderation;

/// <summary>The terms that the admins of a guild blocked.</summary>
internal sealed class TermStore(Database database)
{
    public const int MostTerms = 500;

    private readonly ConcurrentDictionary<Snowflake, TermList> _lists = new();

    public IReadOnlyList<BlockedTerm> OfGuild(Snowflake guild) => database.Read(connection => connection
        .Query<Row>("SELECT term AS Term, is_regex AS IsRegex, nsfw_only AS NsfwOnly FROM blocked_terms WHERE guild = @guild ORDER BY term", new { guild })
        .Select(row => new BlockedTerm(row.Term, row.IsRegex, row.NsfwOnly))
        .ToList());

    /// <summary>The same, ready to be looked for; made anew after each change, and under the lock of changes, so that none is missed.</summary>
    public TermList ListOf(Snowflake guild) => database.Read(_ => _lists.GetOrAdd(guild, id => new TermList(OfGuild(id))));

    /// <summary>Blocks a term, or changes whether it is only for age-restricted channels. Gives what it was before.</summary>
    public BlockedTerm? Add(Snowflake guild, BlockedTerm term) => database.Write(connection =>
    {
        var before = Find(guild, term);
        connection.Execute(
            """
            INSERT INTO blocked_terms (guild, term, is_regex, nsfw_only) VALUES (@guild, @Text, @IsRegex, @NsfwOnly)
            ON CONFLICT (guild, term, is_regex) DO UPDATE SET nsfw_only = excluded.nsfw_only
            """,
            new { guild, term.Text, term.IsRegex, term.NsfwOnly });
        _lists.TryRemove(guild, out _);
        return before;
    });

    /// <summary>Allows a term again. Gives what it was, null when it was not blocked.</summary>
    public BlockedTerm? Remove(Snowflake guild, BlockedTerm term) => database.Write(connection =>
    {
        var before = Find(guild, term);
        connection.Execute(
            "DELETE FROM blocked_terms WHERE guild = @guild AND term = @Text AND is_regex = @IsRegex",
            new { guild, term.Text, term.IsRegex });
        _lists.TryRemove(guild, out _);
        return before;
    });

    private BlockedTerm? Find(Snowflake guild, BlockedTerm term) =>
        OfGuild(guild).FirstOrDefault(each => each.Text == term.Text && each.IsRegex == term.IsRegex);

    private sealed record Row
    {
        public string Term { get; init; } = "";

        public bool IsRegex { get; init; }

        public bool NsfwOnly { get; init; }
    }
}
