namespace VqganBot.Limits;

/// <summary>A limit refuses a job: which, how much is left, and when it frees.</summary>
internal sealed class LimitExceededException(string message, string limit, DateTimeOffset? freesAt) : Exception(message)
{
    /// <value>The name of the limit as <c>/limits</c> shows it.</value>
    public string Limit { get; } = limit;

    public DateTimeOffset? FreesAt { get; } = freesAt;
}
