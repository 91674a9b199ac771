namespace VqganBot.Search;

/// <summary>The index of a folder cannot be used; the message says why and what to do.</summary>
internal sealed class SearchIndexException(string message, Exception? inner = null) : Exception(message, inner);
