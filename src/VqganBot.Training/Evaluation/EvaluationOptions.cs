using VqganBot.Generation.Synthesis;

namespace VqganBot.Training.Evaluation;

/// <summary>How pictures are painted for evaluation, and for how many prompts.</summary>
internal sealed record EvaluationOptions
{
    /// <value>Prompts for one thing.</value>
    public int Prompts { get; init; } = 60;

    /// <value>Prompts for two or three.</value>
    public int Counted { get; init; } = 12;

    /// <value>Renders for one thing that pictures are compared with; those for two or three come in proportion.</value>
    public int Reference { get; init; } = 1000;

    public required string Preset { get; init; }

    public required PaintingSettings Settings { get; init; }

    public required int Steps { get; init; }

    /// <value>Decides the prompts, and by counting on the seed of each picture.</value>
    public ulong Seed { get; init; } = DefaultSeed;

    public const ulong DefaultSeed = 9_100_000;
}
