namespace VqganBot.Simulator.RateLimits;

/// <summary>How many requests of a kind may come in a window.</summary>
public sealed record RateLimitOptions
{
    /// <value>What Discord does, as far as anybody knows.</value>
    public static RateLimitOptions Discord { get; } = new();

    /// <value>So wide that no test meets them.</value>
    public static RateLimitOptions Loose { get; } = new()
    {
        Global = new RateLimit(1_000_000, TimeSpan.FromSeconds(1)),
        Webhook = new RateLimit(1_000_000, TimeSpan.FromSeconds(1)),
        ChannelWrite = new RateLimit(1_000_000, TimeSpan.FromSeconds(1)),
        Other = new RateLimit(1_000_000, TimeSpan.FromSeconds(1)),
        OldMessageEdits = new RateLimit(1_000_000, TimeSpan.FromHours(1)),
        IdentifySpacing = TimeSpan.Zero,
    };

    /// <value>All routes of a bot together, but for those of interactions.</value>
    public RateLimit Global { get; init; } = new(50, TimeSpan.FromSeconds(1));

    /// <value>Of one webhook, which is: of one interaction's token.</value>
    public RateLimit Webhook { get; init; } = new(5, TimeSpan.FromSeconds(2));

    /// <value>Messages made or edited in one channel, each for itself.</value>
    public RateLimit ChannelWrite { get; init; } = new(5, TimeSpan.FromSeconds(5));

    /// <value>Every other route.</value>
    public RateLimit Other { get; init; } = new(10, TimeSpan.FromSeconds(5));

    /// <value>Edits of one message that is older than an hour.</value>
    public RateLimit OldMessageEdits { get; init; } = new(5, TimeSpan.FromHours(1));

    /// <value>From one identify to the next.</value>
    public TimeSpan IdentifySpacing { get; init; } = TimeSpan.FromSeconds(5);

    /// <value>Identifies in a day.</value>
    public int IdentifiesPerDay { get; init; } = 1000;
}
