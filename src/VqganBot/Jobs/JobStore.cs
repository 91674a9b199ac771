using VqganBot.Discord.Wire;

namespace VqganBot.Jobs;

/// <summary>The table of jobs: each move of a job is one transaction.</summary>
internal sealed class JobStore
{
    /// <summary>Queues a job in one transaction with what <paramref name="check"/> refuses; the same interaction twice gives the job of the first time.</summary>
    public Job Enqueue(NewJob job, Action<JobStore>? check = null) => throw new NotImplementedException();

    public Job? Find(long id) => throw new NotImplementedException();

    /// <summary>The latest jobs of a user first.</summary>
    public IReadOnlyList<Job> OfUser(Snowflake user, int limit, int offset = 0, bool picturesOnly = false) => throw new NotImplementedException();

    /// <summary>The latest pictures of a guild (without private ones) first.</summary>
    public IReadOnlyList<Job> OfGuild(Snowflake guild, int limit, int offset = 0) => throw new NotImplementedException();

    /// <summary>The job whose answer this message is.</summary>
    public Job? OfMessage(Snowflake message) => throw new NotImplementedException();

    /// <summary>Jobs in a state, oldest first.</summary>
    public IReadOnlyList<Job> InState(JobState state) => throw new NotImplementedException();

    public int CountInState(JobState state) => throw new NotImplementedException();

    /// <summary>A new message, or a new token for it.</summary>
    public void SetReply(long id, ReplyAddress reply) => throw new NotImplementedException();

    /// <summary>Painted → delivered. False when it was not painted.</summary>
    public bool MarkDelivered(long id, Snowflake? message) => throw new NotImplementedException();

    /// <summary>Painted pictures that cannot be shown anywhere → failed, with the reason.</summary>
    public bool MarkUndeliverable(long id, string reason) => throw new NotImplementedException();

    /// <summary>Raises a waiting job to a tier.</summary>
    public bool SetTier(long id, int tier) => throw new NotImplementedException();

    /// <summary>Takes all rows of a user away and returns the ids, so that their files can go too.</summary>
    public IReadOnlyList<long> Forget(Snowflake user) => throw new NotImplementedException();

    /// <summary>Takes a finished job away (the Delete button).</summary>
    public bool Delete(long id) => throw new NotImplementedException();
}
