namespace VqganBot.Models.Download;

/// <summary>One attempt at one mirror has failed, and whether another one there may fare better.</summary>
internal sealed class MirrorException(string message, bool isTransient, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    public bool IsTransient { get; } = isTransient;

    /// <value>How long the server asked one to wait, if it did.</value>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
