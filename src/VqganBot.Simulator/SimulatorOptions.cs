namespace VqganBot.Simulator;

/// <summary>How the simulator is set up.</summary>
public sealed record SimulatorOptions
{
    /// <value>The port on 127.0.0.1; 0 takes a free one.</value>
    public int Port { get; init; }

    /// <value>The token the bot must show.</value>
    public string Token { get; init; } = "playground";

    /// <value>The prompt painted first, so that the page is alive at first sight; null for none.</value>
    public string? FirstPrompt { get; init; }
}
