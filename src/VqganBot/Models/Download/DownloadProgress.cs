namespace VqganBot.Models.Download;

/// <summary>How far a file has come. <paramref name="Total"/> is about right where its exact length is not published.</summary>
internal sealed record DownloadProgress(string FileName, DownloadPhase Phase, long Received, long Total, Uri? Mirror);
