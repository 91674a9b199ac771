namespace VqganBot.Tests.Bot.Http;

/// <summary>What goes into the two headers.</summary>
internal sealed record EndpointSignature(string Hex, string Timestamp);
