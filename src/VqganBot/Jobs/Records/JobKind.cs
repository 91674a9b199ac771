namespace VqganBot.Jobs;

/// <summary>What a job starts from.</summary>
internal enum JobKind
{
    /// <summary>Words, and perhaps a start image.</summary>
    Imagine,

    /// <summary>The stored latent of an earlier picture, noised by the strength.</summary>
    Variation,

    /// <summary>The stored state of an earlier picture, painted further.</summary>
    MoreSteps,

    /// <summary>Words; pictures in seconds, drafted by the pack's prior, the best of many.</summary>
    Draft,

    /// <summary>A draft, painted from its first step on.</summary>
    Refine,
}
