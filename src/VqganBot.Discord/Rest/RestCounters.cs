namespace VqganBot.Discord.Rest;

/// <summary>What went over the wire since the start; read from any thread.</summary>
public sealed class RestCounters
{
    private long _requests;
    private long _clientErrors;
    private long _serverErrors;
    private long _rateLimited;
    private int _invalid;

    public long Requests => Interlocked.Read(ref _requests);

    /// <value>Answers with a status of 400 to 499, those of 429 not among them.</value>
    public long ClientErrors => Interlocked.Read(ref _clientErrors);

    public long ServerErrors => Interlocked.Read(ref _serverErrors);

    public long RateLimited => Interlocked.Read(ref _rateLimited);

    /// <value>Answers of the last 10 minutes for which Discord bans an address at 10,000: 401, 403, and 429 unless shared.</value>
    public int InvalidRequests
    {
        get => Volatile.Read(ref _invalid);
        internal set => Volatile.Write(ref _invalid, value);
    }

    internal void Count(int status)
    {
        Interlocked.Increment(ref _requests);
        if (status == 429)
            Interlocked.Increment(ref _rateLimited);
        else if (status is >= 400 and < 500)
            Interlocked.Increment(ref _clientErrors);
        else if (status >= 500)
            Interlocked.Increment(ref _serverErrors);
    }
}
