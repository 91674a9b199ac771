namespace VqganBot.Models.Download;

/// <summary>A file could not be fetched from any of its mirrors.</summary>
public sealed class DownloadException(string fileName, string message, Exception? inner = null)
    : Exception($"{fileName} could not be fetched: {message}", inner)
{
    public string FileName { get; } = fileName;
}
