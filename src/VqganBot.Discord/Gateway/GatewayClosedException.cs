namespace VqganBot.Discord.Gateway;

/// <summary>Discord closed the connection for good: coming back would change nothing until a person does.</summary>
public sealed class GatewayClosedException(int code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <value>The close code: 4004 or 4010 to 4014.</value>
    public int Code { get; } = code;
}
