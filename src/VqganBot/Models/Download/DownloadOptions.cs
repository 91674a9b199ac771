namespace VqganBot.Models.Download;

/// <summary>How patient and how careful downloads are.</summary>
internal sealed record DownloadOptions
{
    /// <value>Attempts after the first at each mirror; default 4.</value>
    public int Retries { get; init; } = 4;

    /// <value>The wait before the first of them, doubled each time; default 1 s.</value>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <value>The longest wait, whatever the server asks for; default 30 s.</value>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>A connection that is silent for so long has failed; default 60 s.</value>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <value>Redirects followed in a row; default 5.</value>
    public int MostRedirects { get; init; } = 5;

    /// <value>Room to leave on the disk beyond what is fetched; default 200 MB.</value>
    public long SpareDiskBytes { get; init; } = 200_000_000;

    /// <value>The free bytes of the disk a folder lies on.</value>
    public Func<string, long> FreeDiskBytes { get; init; } = folder => new DriveInfo(folder).AvailableFreeSpace;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
