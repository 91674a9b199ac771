namespace VqganBot.Models.Download;

internal enum DownloadPhase
{
    /// <summary>Bytes are coming in.</summary>
    Fetching,

    /// <summary>An attempt has failed; another follows, here or at the next mirror.</summary>
    Retrying,

    /// <summary>All is here; its sum is taken.</summary>
    Checking,

    /// <summary>A training checkpoint is rewritten without what only training needs.</summary>
    Converting,

    /// <summary>In its place under its own name.</summary>
    Done,
}
