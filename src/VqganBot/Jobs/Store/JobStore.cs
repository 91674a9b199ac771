using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using VqganBot.Discord.Wire;
using VqganBot.Storage;

namespace VqganBot.Jobs;

/// <summary>The table of jobs: each move of a job is one transaction. The moves of the worker are in <c>JobStore.Moves.cs</c>.</summary>
internal sealed partial class JobStore(Database database, TimeProvider clock)
{
    /// <summary>Queues a job in one transaction with what <paramref name="check"/> refuses; the same interaction twice gives the job of the first time.</summary>
    /// <param name="prepare">Done in the same transaction, once the job has its id: its files.</param>
    public Job Enqueue(NewJob job, Action<JobStore>? check = null, Action<Job>? prepare = null) => database.Write(connection =>
    {
        if (Single(connection, "WHERE interaction = @Interaction", new { job.Interaction }) is { } earlier) return earlier;
        check?.Invoke(this);
        var id = connection.ExecuteScalar<long>(
            """
            INSERT INTO jobs (
                interaction, state, user, user_name, guild, channel, roles, painting, parent, tier, weight, created_at,
                application, token, token_expires_at, reply_channel, message, is_followup, is_private, is_bot_in_guild, attachment_size_limit)
            VALUES (
                @Interaction, 'Queued', @User, @UserName, @Guild, @Channel, @Roles, @Painting, @ParentJob, @Tier, @Weight, @Now,
                @Application, @Token, @TokenExpiresAt, @ReplyChannel, @Message, @IsFollowup, @IsPrivate, @IsBotInGuild, @AttachmentSizeLimit);
            SELECT last_insert_rowid();
            """,
            new
            {
                job.Interaction,
                job.Requester.User,
                job.Requester.UserName,
                job.Requester.Guild,
                job.Requester.Channel,
                Roles = JsonSerializer.Serialize([.. job.Requester.Roles.Select(role => role.Value)], JobJson.Default.IReadOnlyListUInt64),
                Painting = JsonSerializer.Serialize(job.Order, JobJson.Default.JobOrder),
                job.Order.ParentJob,
                job.Tier,
                job.Order.Weight,
                Now = Now,
                job.Reply.Application,
                job.Reply.Token,
                job.Reply.TokenExpiresAt,
                ReplyChannel = job.Reply.Channel,
                job.Reply.Message,
                job.Reply.IsFollowup,
                job.Reply.IsPrivate,
                job.Reply.IsBotInGuild,
                job.Reply.AttachmentSizeLimit,
            });
        var queued = Single(connection, "WHERE id = @id", new { id })!;
        prepare?.Invoke(queued);
        return queued;
    });

    public Job? Find(long id) => database.Read(connection => Single(connection, "WHERE id = @id", new { id }));

    /// <summary>The latest jobs of a user first.</summary>
    public IReadOnlyList<Job> OfUser(Snowflake user, int limit, int offset = 0, bool picturesOnly = false) => Several(
        $"WHERE user = @user {(picturesOnly ? "AND state IN ('Painted', 'Delivered')" : "")} ORDER BY id DESC LIMIT @limit OFFSET @offset",
        new { user, limit, offset });

    /// <summary>The latest pictures shown in a channel, without private ones, first.</summary>
    public IReadOnlyList<Job> OfChannel(Snowflake channel, int limit, int offset = 0) => Several(
        "WHERE reply_channel = @channel AND state = 'Delivered' AND NOT is_private ORDER BY id DESC LIMIT @limit OFFSET @offset",
        new { channel, limit, offset });

    /// <summary>The job whose answer this message is.</summary>
    public Job? OfMessage(Snowflake message) => database.Read(connection =>
        Single(connection, "WHERE message = @message ORDER BY id DESC LIMIT 1", new { message }));

    /// <summary>Jobs in a state, oldest first.</summary>
    public IReadOnlyList<Job> InState(JobState state) => Several("WHERE state = @state ORDER BY id", new { state = state.ToString() });

    public int CountInState(JobState state) => database.Read(connection =>
        connection.ExecuteScalar<int>("SELECT COUNT(*) FROM jobs WHERE state = @state", new { state = state.ToString() }));

    /// <summary>Jobs that were cancelled or failed and whose requester was not told yet, oldest first.</summary>
    public IReadOnlyList<Job> Untold() => Several("WHERE state IN ('Cancelled', 'Failed') AND token IS NOT NULL ORDER BY id", new { });

    /// <summary>Jobs whose files are needed: those that go on, and what they start from.</summary>
    public IReadOnlySet<long> NeededFiles() => database.Read(connection => connection.Query<long>(
        """
        SELECT id FROM jobs WHERE state IN ('Queued', 'Painting', 'Painted')
        UNION SELECT parent FROM jobs WHERE state IN ('Queued', 'Painting') AND parent IS NOT NULL
        """).ToHashSet());

    /// <summary>Several moves as one.</summary>
    public T Together<T>(Func<T> moves) => database.Write(_ => moves());

    private DateTimeOffset Now => clock.GetUtcNow();

    private IReadOnlyList<Job> Several(string where, object parameters) => database.Read(connection => Several(connection, where, parameters));

    private static List<Job> Several(SqliteConnection connection, string where, object parameters) =>
        [.. connection.Query<JobRow>($"SELECT {JobRow.Columns} FROM jobs {where}", parameters).Select(row => row.ToJob())];

    private static Job? Single(SqliteConnection connection, string where, object parameters) =>
        connection.QuerySingleOrDefault<JobRow>($"SELECT {JobRow.Columns} FROM jobs {where}", parameters)?.ToJob();
}
