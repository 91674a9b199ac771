using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Interactions;

/// <summary>Remembers the latest interactions, as many as fit, so that one that comes twice is handled once. For one thread at a time.</summary>
public sealed class RecentInteractions(int capacity = 4096)
{
    private readonly HashSet<Snowflake> _known = [];
    private readonly Queue<Snowflake> _order = new();

    /// <summary>False when it is already known.</summary>
    public bool TryAdd(Snowflake interaction)
    {
        if (!_known.Add(interaction)) return false;
        _order.Enqueue(interaction);
        if (_order.Count > capacity) _known.Remove(_order.Dequeue());
        return true;
    }
}
