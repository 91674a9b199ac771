namespace VqganBot.CommandLine.Bench;

/// <summary>One file of a model, and how long it alone took to load.</summary>
internal sealed record LoadedPart(string File, long Bytes, double Seconds);
