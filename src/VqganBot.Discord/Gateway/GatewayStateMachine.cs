namespace VqganBot.Discord.Gateway;

/// <summary>Where the connection stands, and the one method that moves it.</summary>
internal sealed class GatewayStateMachine
{
    private volatile GatewayState _state = GatewayState.Disconnected;

    public GatewayState State => _state;

    /// <exception cref="InvalidOperationException">No path leads from here to there.</exception>
    public void Move(GatewayState to)
    {
        if (!IsLegal(_state, to))
            throw new InvalidOperationException($"The gateway connection is {_state} and cannot become {to} from there.");
        _state = to;
    }

    /// <summary>One after another, except that a connection may be lost at any point and closed for good from anywhere.</summary>
    internal static bool IsLegal(GatewayState from, GatewayState to) => (from, to) switch
    {
        (GatewayState.Closed, _) => false,
        (_, GatewayState.Closed) => true,
        (GatewayState.Disconnected, GatewayState.Connecting) => true,
        (GatewayState.Disconnected, _) => false,
        (_, GatewayState.Disconnected) => true,
        (GatewayState.Connecting, GatewayState.AwaitingHello) => true,
        (GatewayState.AwaitingHello, GatewayState.Identifying or GatewayState.Resuming) => true,
        (GatewayState.Identifying or GatewayState.Resuming, GatewayState.Ready) => true,
        _ => false,
    };
}
