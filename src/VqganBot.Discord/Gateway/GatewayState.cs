namespace VqganBot.Discord.Gateway;

/// <summary>Where the gateway connection stands.</summary>
public enum GatewayState
{
    Disconnected,
    Connecting,
    AwaitingHello,
    Identifying,
    Resuming,
    Ready,
    Closed,
}
