namespace VqganBot.Simulator.RateLimits;

/// <summary>So many requests in a window of that length.</summary>
public sealed record RateLimit(int Requests, TimeSpan Window);
