namespace VqganBot.Discord.Gateway;

/// <summary>How a connection ended.</summary>
/// <param name="Reason">For the log: the rest of a sentence that begins with "The gateway connection ended: ".</param>
/// <param name="CloseCode">What the server closed with, where it did.</param>
/// <param name="Pause">How long to stay away at least.</param>
internal sealed record ConnectionEnd(NextStep Next, string Reason, int? CloseCode = null, TimeSpan Pause = default);
