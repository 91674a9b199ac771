using System.Threading.Channels;

namespace VqganBot.Simulator.World.Events;

/// <summary>Hands every event to everybody who subscribed, in the order they happened.</summary>
internal sealed class EventFeed
{
    private readonly Lock _lock = new();
    private readonly List<Channel<WorldEvent>> _subscribers = [];

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

    private void Unsubscribe(Channel<WorldEvent> events)
    {
        lock (_lock)
            _subscribers.Remove(events);
        events.Writer.TryComplete();
    }
}
