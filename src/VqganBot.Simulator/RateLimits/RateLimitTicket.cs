namespace VqganBot.Simulator.RateLimits;

/// <summary>Whether a request may go on, and what its headers say.</summary>
internal sealed record RateLimitTicket(bool IsAllowed, int Limit, int Remaining, DateTimeOffset Resets, TimeSpan ResetsAfter);
