namespace VqganBot.Simulator.Client;

/// <summary>A user's client does not send this; the message is what the user sees.</summary>
internal sealed class ClientRefusedException(string message) : Exception(message);
