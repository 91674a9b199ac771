using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.World;

/// <summary>Makes ids that grow and tell the time, as Discord's do.</summary>
internal sealed class SnowflakeSource(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private ulong _last;

    public Snowflake Next()
    {
        lock (_lock)
        {
            _last = Math.Max(_last + 1, Snowflake.At(clock.GetUtcNow()).Value);
            return new Snowflake(_last);
        }
    }
}
