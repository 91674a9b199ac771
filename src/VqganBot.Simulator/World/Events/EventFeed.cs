using System.Threading.Channels;

namespace VqganBot.Simulator.World.Events;

/// <summary>Hands what happens to screens (<see cref="WorldEvent"/>) and to bots (<see cref="GatewayEvent"/>), in the order it happened.</summary>
internal sealed class EventFeed
{
    private readonly Lock _lock = new();
    private readonly List<Channel<WorldEvent>> _subscribers = [];

    /// <summary>Something to tell bots; called under the world's lock, in order.</summary>
    public event Action<GatewayEvent>? Sent;

    public ChannelReader<WorldEvent> Subscribe(CancellationToken cancellation)
    {
        // Unbounded: a page that reads slowly must not hold up the world, and nothing here runs for days.
        Channel<WorldEvent> events = Channel.CreateUnbounded<WorldEvent>();
        lock (_lock)
            _subscribers.Add(events);
        cancellation.Register(() => Unsubscribe(events));
        return events.Reader;
    }

    public void Publish(WorldEvent happened)
    {
        lock (_lock)
        {
            foreach (Channel<WorldEvent> subscriber in _subscribers)
                subscriber.Writer.TryWrite(happened);
        }
    }

    public void Send(GatewayEvent happened) => Sent?.Invoke(happened);

    private void Unsubscribe(Channel<WorldEvent> events)
    {
        lock (_lock)
            _subscribers.Remove(events);
        events.Writer.TryComplete();
    }
}
