namespace VqganBot.Generation.Verification;

/// <summary>A folder does not hold golden data that can be verified.</summary>
public sealed class VerificationException(string folder, string message, Exception? inner = null)
    : Exception($"The folder '{folder}' cannot be verified: {message}", inner)
{
    /// <value>The folder that was tried.</value>
    public string Folder { get; } = folder;
}
