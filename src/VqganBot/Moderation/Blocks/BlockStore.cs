using Dapper;
using VqganBot.Discord.Wire;
using VqganBot.Storage;

namespace VqganBot.Moderation;

/// <summary>The users and channels that the admins of a guild blocked.</summary>
internal sealed class BlockStore(Database database)
{
    public IReadOnlyList<UserBlock> Users(Snowflake guild) => database.Read(connection => connection
        .Query<UserBlock>("SELECT user AS User, reason AS Reason FROM blocked_users WHERE guild = @guild ORDER BY rowid", new { guild })
        .ToList());

    public IReadOnlyList<Snowflake> Channels(Snowflake guild) => database.Read(connection => connection
        .Query<Snowflake>("SELECT channel FROM blocked_channels WHERE guild = @guild ORDER BY rowid", new { guild })
        .ToList());

    /// <summary>The block of a user in a guild. Outside of guilds any block counts: who is blocked does not paint by direct message instead.</summary>
    public UserBlock? Find(Snowflake? guild, Snowflake user) => database.Read(connection => connection
        .QueryFirstOrDefault<UserBlock>(
            "SELECT user AS User, reason AS Reason FROM blocked_users WHERE user = @user AND (@guild IS NULL OR guild = @guild)", new { user, guild }));

    public bool IsBlocked(Snowflake guild, Snowflake channel) => Channels(guild).Contains(channel);

    public void Block(Snowflake guild, UserBlock block) => database.Write(connection => connection.Execute(
        """
        INSERT INTO blocked_users (guild, user, reason) VALUES (@guild, @User, @Reason)
        ON CONFLICT (guild, user) DO UPDATE SET reason = excluded.reason
        """,
        new { guild, block.User, block.Reason }));

    public bool Unblock(Snowflake guild, Snowflake user) => database.Write(connection =>
        connection.Execute("DELETE FROM blocked_users WHERE guild = @guild AND user = @user", new { guild, user })) > 0;

    public bool BlockChannel(Snowflake guild, Snowflake channel) => database.Write(connection =>
        connection.Execute("INSERT OR IGNORE INTO blocked_channels (guild, channel) VALUES (@guild, @channel)", new { guild, channel })) > 0;

    public bool UnblockChannel(Snowflake guild, Snowflake channel) => database.Write(connection =>
        connection.Execute("DELETE FROM blocked_channels WHERE guild = @guild AND channel = @channel", new { guild, channel })) > 0;
}
