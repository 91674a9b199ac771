namespace VqganBot.Jobs;

/// <summary>A job cannot be painted. The message is a sentence that its requester may read; what else is to be known is inside, for the log.</summary>
internal sealed class GenerationException(string message, Exception? inner = null) : Exception(message, inner);
