using System.Text.Json;
using System.Text.Json.Nodes;
using VqganBot.Simulator.World.Events;

namespace VqganBot.Simulator.Gateway;

/// <summary>A session: its sequence, what can be replayed of it, and the connection it is on. Touched only under the hub's lock.</summary>
internal sealed class GatewaySession(string id, int intents)
{
    /// <summary>How long a session without a connection can be resumed.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(3);

    private const int MostReplayed = 2000;

    private readonly Queue<(long Sequence, byte[] Payload)> _sent = [];

    public string Id { get; } = id;

    public long Sequence { get; private set; }

    /// <value>Null while it has none.</value>
    public GatewayConnection? Connection { get; set; }

    public DateTimeOffset DisconnectedAt { get; set; }

    public bool Wants(GatewayEvent happened) => happened.Intent == 0 || (intents & happened.Intent) != 0;

    public bool CanReplay(long after) => _sent.Count == 0 || _sent.Peek().Sequence <= after + 1;

    public void Dispatch(GatewayEvent happened)
    {
        var payload = new JsonObject { ["t"] = happened.Name, ["s"] = ++Sequence, ["op"] = 0, ["d"] = happened.Data.DeepClone() };
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(payload);
        _sent.Enqueue((Sequence, bytes));
        if (_sent.Count > MostReplayed)
            _sent.Dequeue();
        Connection?.Writer.Send(bytes);
    }

    public void Replay(long after, GatewayWriter writer)
    {
        foreach ((long sequence, byte[] payload) in _sent)
        {
            if (sequence > after)
                writer.Send(payload);
        }
    }
}
