using VqganBot.CommandLine.Options;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Draft;

/// <summary>What the person asked of <c>draft</c>; null where they left the choice to the model.</summary>
internal sealed record DraftOptions
{
    public string? Prompt { get; init; }

    public string? Out { get; init; }

    public int? Candidates { get; init; }

    public int? Keep { get; init; }

    public bool Grid { get; init; }

    public PictureSize? Size { get; init; }

    public ulong? Seed { get; init; }

    public string? Model { get; init; }

    /// <summary>Files, each with its weight.</summary>
    public IReadOnlyList<TextPrompt> ImagePrompts { get; init; } = [];

    public double? Guidance { get; init; }

    public double? Temperature { get; init; }

    public int? TopK { get; init; }

    public double? TopP { get; init; }

    public int? Class { get; init; }

    public int? Threads { get; init; }

    public bool Json { get; init; }

    public bool Quiet { get; init; }
}
