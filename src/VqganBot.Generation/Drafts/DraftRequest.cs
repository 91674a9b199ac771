using System.Text.Json.Serialization;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Generation.Drafts;

/// <summary>All that determines a sheet of drafts: the same request gives the same drafts on the same machine.</summary>
public sealed record DraftRequest
{
    /// <value>A prompt as for painting; of a story, its first phrase. It may be empty where there are image prompts.</value>
    public required string Prompt { get; init; }

    /// <value>Pictures to draw towards (or away from), mixed with the words by their weights. Their stops play no part.</value>
    [JsonIgnore]
    public IReadOnlyList<ImagePrompt> ImagePrompts { get; init; } = [];

    public ulong Seed { get; init; }

    /// <value>How many pictures are drafted; CLIP ranks them. At most <see cref="MostCandidates"/>.</value>
    public int Candidates { get; init; } = 16;

    /// <value>The number of the first of them: with so many drafts seen, the next ones are had from here. A number is the same draft in every request that is else the same.</value>
    public int First { get; init; }

    /// <value>How many of them are returned, the best ones.</value>
    public int Keep { get; init; } = 1;

    /// <value>Width and height in pixels; null: what the prior was trained on. Larger ones are drafted by a window that slides.</value>
    public (int Width, int Height)? Size { get; init; }

    public SamplingSettings Sampling { get; init; } = new();

    public const int MostCandidates = 512;
}
