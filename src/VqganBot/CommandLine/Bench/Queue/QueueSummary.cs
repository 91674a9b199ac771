namespace VqganBot.CommandLine.Bench;

/// <summary>The one line of <c>bench queue --json</c>.</summary>
internal sealed record QueueSummary
{
    public required int Jobs { get; init; }

    public required int Users { get; init; }

    /// <summary>To check a job's limits and to write it down.</summary>
    public required double EnqueueMilliseconds { get; init; }

    /// <summary>To choose a job, to begin and to end it, with all that is written down.</summary>
    public required double OverheadMilliseconds { get; init; }

    /// <summary>Jobs that paint nothing, taken and ended in a second.</summary>
    public required double JobsPerSecond { get; init; }
}
