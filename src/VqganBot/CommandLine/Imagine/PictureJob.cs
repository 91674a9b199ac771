namespace VqganBot.CommandLine.Imagine;

/// <summary>One picture of a run: where it goes, and how far it is painted.</summary>
internal sealed record PictureJob(string File, int StopAt);
