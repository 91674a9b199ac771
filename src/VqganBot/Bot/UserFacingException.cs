namespace VqganBot.Bot;

/// <summary>What went wrong in words that the person who asked may read; answered privately. Besides <see cref="Limits.LimitExceededException"/> the only exception whose message is ever posted.</summary>
internal sealed class UserFacingException(string message) : Exception(message);
