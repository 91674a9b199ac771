namespace VqganBot.CommandLine.Bench;

internal sealed record QueueOptions
{
    public required int Jobs { get; init; }

    public required int Users { get; init; }

    public bool Json { get; init; }
}
