namespace VqganBot.Jobs;

/// <summary>Where a job stands: queued → painting → painted → delivered, or cancelled or failed on the way.</summary>
internal enum JobState
{
    Queued,
    Painting,

    /// <summary>The final picture lies on disk and is still to be shown.</summary>
    Painted,
    Delivered,
    Cancelled,
    Failed,
}
