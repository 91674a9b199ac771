namespace VqganBot.Discord.Gateway;

/// <summary>All that is left to chance, and how long to stay away between attempts: not at all after a connection that had proved itself, then 1 s, doubled up to 60 s, with jitter.</summary>
internal sealed class ReconnectPolicy(TimeProvider clock, Random random)
{
    /// <summary>A connection that was ready for so long ended by chance; one that ends sooner may do so every time.</summary>
    private static readonly TimeSpan Proof = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private int _failures;

    /// <param name="readySince">When the connection that ended became ready, by the clock's timestamps; null if it never did.</param>
    public TimeSpan After(long? readySince)
    {
        if (readySince is { } since && clock.GetElapsedTime(since) >= Proof)
            _failures = 0;
        TimeSpan delay = _failures == 0 ? TimeSpan.Zero : First * Math.Pow(2, Math.Min(_failures - 1, 10));
        _failures++;
        return (delay < Longest ? delay : Longest) * (0.75 + 0.5 * random.NextDouble());
    }

    /// <summary>From 0 to 1: the part of the interval after which the first heartbeat is due.</summary>
    public double FirstBeat() => random.NextDouble();

    /// <summary>The pause after an invalid session: 1 to 5 s, as Discord used to ask for.</summary>
    public TimeSpan AfterInvalidSession() => TimeSpan.FromSeconds(1 + 4 * random.NextDouble());
}
