namespace VqganBot.Imaging;

/// <summary>The native imaging library cannot be used on this machine; the message says what to install.</summary>
public sealed class ImagingLibraryException(string message, Exception? inner = null) : Exception(message, inner);
