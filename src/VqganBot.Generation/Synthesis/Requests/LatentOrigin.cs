namespace VqganBot.Generation.Synthesis;

/// <summary>The picture that a variation was begun from. Like the pictures of a request, it is known by its sum and not carried on.</summary>
/// <param name="Sha256">Of the state file it came from.</param>
/// <param name="Strength">0 to 1: how far the variation began from it.</param>
public sealed record LatentOrigin(string Sha256, double Strength);
