using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Gateway;

/// <summary>What is known of the session, over all its connections. One connection at a time writes it; anybody reads it.</summary>
internal sealed class GatewaySession
{
    private const long None = -1;

    private long _sequence = None;
    private volatile Ready? _ready;

    /// <value>What READY told; stays when the session is lost, until the next one.</value>
    public Ready? Ready => _ready;

    /// <value>The number of the last event that had one.</value>
    public long? Sequence => Interlocked.Read(ref _sequence) is var number && number == None ? null : number;

    public bool CanResume { get; private set; }

    public void Begin(Ready ready)
    {
        _ready = ready;
        CanResume = true;
    }

    public void Advance(long sequence) => Interlocked.Exchange(ref _sequence, sequence);

    /// <summary>Gives the session up: the next connection starts a new one, which counts from the beginning.</summary>
    public void Forget()
    {
        CanResume = false;
        Interlocked.Exchange(ref _sequence, None);
    }
}
