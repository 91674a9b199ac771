namespace VqganBot.Simulator.Faults;

/// <summary>Of whom a 429 says that there were too many requests.</summary>
public enum RateLimitScope
{
    /// <summary>This bot on this route.</summary>
    User,

    /// <summary>This bot everywhere.</summary>
    Global,

    /// <summary>Everybody on this resource; not the bot's fault.</summary>
    Shared,

    /// <summary>The proxy in front of Discord: HTML, no JSON, no headers but <c>Retry-After</c>.</summary>
    Proxy,
}
