namespace VqganBot.Jobs;

/// <summary>When a waiting job will be painted, if nothing changes.</summary>
internal sealed record Turn(Job Job, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
