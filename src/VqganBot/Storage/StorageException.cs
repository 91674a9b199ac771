namespace VqganBot.Storage;

/// <summary>The database cannot be used; the message says why and what to do.</summary>
internal sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
