namespace VqganBot.Imaging;

/// <summary>A picture could not be read or written. The message is one sentence that may be shown to a user.</summary>
public sealed class ImageCodecException : Exception
{
    /// <summary>Creates the exception with its sentence.</summary>
    public ImageCodecException(string message, string? detail = null, Exception? inner = null)
        : base(message, inner) => Detail = string.IsNullOrEmpty(detail) ? null : detail;

    /// <summary>What the codec itself said, for a log.</summary>
    /// <value>null when the codec was not reached.</value>
    public string? Detail { get; }
}
