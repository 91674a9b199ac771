using Dapper;
using VqganBot.Discord.Wire;

namespace VqganBot.Jobs;

/// <summary>From state to state. Each names the states it moves from, so that a move that comes too late does nothing.</summary>
internal sealed partial class JobStore
{
    /// <summary>Queued → painting, for the job that <paramref name="choose"/> picks of those that wait.</summary>
    public Job? Take(Func<IReadOnlyList<Job>, Job?> choose) => database.Write(connection =>
    {
        if (choose(InState(JobState.Queued)) is not { } chosen) return null;
        connection.Execute(
            "UPDATE jobs SET state = 'Painting', started_at = COALESCE(started_at, @Now) WHERE id = @Id AND state = 'Queued'",
            new { chosen.Id, Now });
        return Find(chosen.Id);
    });

    /// <summary>Painting → queued: it was interrupted, and will go on before all others.</summary>
    public bool Requeue(long id) => Move(id, "state = 'Queued', is_aside = 0", "state = 'Painting'");

    /// <summary>Painting → queued: a shorter one goes first.</summary>
    public bool LayAside(long id) => Move(id, "state = 'Queued', is_aside = 1", "state = 'Painting'");

    /// <summary>Painting → queued for all that a killed process left behind; those that killed it too often without getting on → failed.</summary>
    /// <returns>Those that failed.</returns>
    public IReadOnlyList<Job> RequeueAll(int mostCrashes) => database.Write(connection =>
    {
        connection.Execute("UPDATE jobs SET crashes = crashes + 1 WHERE state = 'Painting'");
        var failed = connection.Query<long>("SELECT id FROM jobs WHERE state = 'Painting' AND crashes >= @mostCrashes", new { mostCrashes })
            .Where(id => Fail(id, $"The bot broke down {mostCrashes} times while it painted this, so it was given up."))
            .ToList();
        connection.Execute("UPDATE jobs SET state = 'Queued' WHERE state = 'Painting'");
        connection.Execute("UPDATE jobs SET is_aside = 0 WHERE is_aside");
        return failed.ConvertAll(id => Find(id)!);
    });

    /// <summary>Painting → painted.</summary>
    public bool MarkPainted(long id, int stepsDone, string? note, int? pictures = null) => Move(
        id, "state = 'Painted', painted_at = @Now, steps_done = @stepsDone, note = @note, pictures = @pictures", "state = 'Painting'",
        new { id, Now, stepsDone, note, pictures });

    /// <summary>Painted → delivered. False when it was not painted.</summary>
    public bool MarkDelivered(long id, Snowflake? message) => Move(
        id, "state = 'Delivered', ended_at = @Now, message = COALESCE(@message, message), token = NULL", "state = 'Painted'", new { id, Now, message });

    /// <summary>Painted pictures that cannot be shown anywhere → failed, with the reason.</summary>
    public bool MarkUndeliverable(long id, string reason) => Move(
        id, "state = 'Failed', ended_at = @Now, reason = @reason, token = NULL", "state = 'Painted'", new { id, Now, reason });

    /// <summary>Painting → failed. The token stays until the requester was told, see <see cref="ForgetToken"/>.</summary>
    public bool Fail(long id, string reason) => Move(
        id, "state = 'Failed', ended_at = @Now, reason = @reason", "state = 'Painting'", new { id, Now, reason });

    /// <summary>Queued or painting → cancelled. The token stays until the requester was told, see <see cref="ForgetToken"/>.</summary>
    public bool Cancel(long id, string reason) => Move(
        id, "state = 'Cancelled', ended_at = @Now, reason = @reason", "state IN ('Queued', 'Painting')", new { id, Now, reason });

    /// <summary>Cancels all that wait; returns them.</summary>
    public IReadOnlyList<Job> CancelWaiting(string reason) => database.Write(connection =>
    {
        var waiting = InState(JobState.Queued);
        return waiting.Where(job => Cancel(job.Id, reason)).Select(job => Find(job.Id)!).ToList();
    });

    /// <summary>Counts time on the GPU, for the job and for the share of its user.</summary>
    public void Charge(Job job, TimeSpan time, int stepsDone) => database.Write(connection =>
    {
        connection.Execute(
            """
            UPDATE jobs SET
                gpu_ms = gpu_ms + @Milliseconds,
                crashes = CASE WHEN steps_done < @stepsDone THEN 0 ELSE crashes END,
                steps_done = @stepsDone
            WHERE id = @Id
            """,
            new { job.Id, Milliseconds = (long)time.TotalMilliseconds, stepsDone });
        connection.Execute(
            """
            INSERT INTO gpu_use (user, minute, milliseconds) VALUES (@User, @Minute, @Milliseconds)
            ON CONFLICT (user, minute) DO UPDATE SET milliseconds = milliseconds + excluded.milliseconds
            """,
            new { job.User, Minute = Now.ToUnixTimeSeconds() / 60, Milliseconds = (long)time.TotalMilliseconds });
    });

    /// <summary>The device ran out of memory: the job is painted in a smaller way.</summary>
    public Job? Reduce(long id, string note) => database.Write(connection =>
    {
        Move(id, "reductions = reductions + 1, note = @note", "state = 'Painting'", new { id, note });
        return Find(id);
    });

    /// <summary>A new message, or a new token for it.</summary>
    public void SetReply(long id, ReplyAddress reply) => Move(
        id,
        """
        application = @Application, token = NULLIF(@Token, ''), token_expires_at = @TokenExpiresAt, reply_channel = @Channel, message = @Message,
        is_followup = @IsFollowup, is_private = @IsPrivate, is_bot_in_guild = @IsBotInGuild, attachment_size_limit = @AttachmentSizeLimit
        """,
        "TRUE",
        new
        {
            id,
            reply.Application,
            reply.Token,
            reply.TokenExpiresAt,
            reply.Channel,
            reply.Message,
            reply.IsFollowup,
            reply.IsPrivate,
            reply.IsBotInGuild,
            reply.AttachmentSizeLimit,
        });

    /// <summary>The requester of a job that ended knows it: the token is needed no more.</summary>
    public void ForgetToken(long id) => Move(id, "token = NULL", "state NOT IN ('Queued', 'Painting', 'Painted')");

    /// <summary>Tokens that open nothing any more are not kept. Empty instead of NULL: the requester is still to be told by another route, see <see cref="Untold"/>.</summary>
    public int ForgetExpiredTokens() => database.Write(connection =>
        connection.Execute("UPDATE jobs SET token = '' WHERE token <> '' AND token_expires_at <= @Now", new { Now }));

    /// <summary>Raises a waiting job to a tier.</summary>
    public bool SetTier(long id, int tier) => Move(id, "tier = @tier", "state = 'Queued'", new { id, tier });

    /// <summary>
    /// Takes all rows of a user away and returns the ids, so that their files can go too. What stays for some days is how long
    /// the user had the GPU, without a word of what for.
    /// </summary>
    public IReadOnlyList<long> Forget(Snowflake user) => database.Write(connection =>
    {
        var ids = connection.Query<long>("SELECT id FROM jobs WHERE user = @user", new { user }).ToList();
        connection.Execute("DELETE FROM jobs WHERE user = @user", new { user });
        return ids;
    });

    /// <summary>Takes a finished job away (the Delete button).</summary>
    public bool Delete(long id) => database.Write(connection =>
        connection.Execute("DELETE FROM jobs WHERE id = @id AND state NOT IN ('Queued', 'Painting', 'Painted')", new { id })) > 0;

    /// <summary>Takes finished jobs away that were asked for before then, but none that another one starts from; returns their ids.</summary>
    public IReadOnlyList<long> DeleteOlderThan(DateTimeOffset time) => database.Write(connection =>
    {
        var needed = NeededFiles();
        var ids = connection.Query<long>("SELECT id FROM jobs WHERE created_at < @time", new { time }).Where(id => !needed.Contains(id)).ToList();
        return ids.Where(Delete).ToList();
    });

    private bool Move(long id, string change, string from, object? parameters = null) => database.Write(connection =>
        connection.Execute($"UPDATE jobs SET {change} WHERE id = @id AND {from}", parameters ?? new { id })) > 0;
}
