namespace VqganBot.Simulator.World;

/// <summary>How the bot shows itself.</summary>
/// <param name="Status">online, idle, dnd or offline.</param>
/// <param name="Text">The text of its first activity.</param>
public sealed record PresenceView(string Status, string? Text);
