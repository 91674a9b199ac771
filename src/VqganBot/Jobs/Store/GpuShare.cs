namespace VqganBot.Jobs;

/// <summary>What a user had of the GPU lately; half of it is forgotten in each <see cref="HalfLife"/>.</summary>
/// <param name="Seconds">As it counts at <paramref name="At"/>.</param>
/// <param name="ServedAt">When the user last had the GPU.</param>
internal sealed record GpuShare(double Seconds, DateTimeOffset At, DateTimeOffset? ServedAt)
{
    public static readonly TimeSpan HalfLife = TimeSpan.FromMinutes(30);

    public static GpuShare None { get; } = new(0, DateTimeOffset.UnixEpoch, null);

    public double SecondsAt(DateTimeOffset time) => Seconds * Math.Pow(0.5, (time - At) / HalfLife);

    public GpuShare After(TimeSpan use, DateTimeOffset time) => new(SecondsAt(time) + use.TotalSeconds, time, time);
}
