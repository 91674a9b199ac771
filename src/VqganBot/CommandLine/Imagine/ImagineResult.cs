using System.Text.Json.Serialization;

namespace VqganBot.CommandLine.Imagine;

/// <summary>One painted picture, as <c>--json</c> prints it.</summary>
internal sealed record ImagineResult
{
    public required string Prompt { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Steps painted altogether; fewer than asked for when it was interrupted.</summary>
    public required int Steps { get; init; }

    /// <summary>Of the last step; none when a saved painting was finished already.</summary>
    public required double? Loss { get; init; }

    /// <summary>Mean cosine between the whole picture and the prompts, as CLIP sees them.</summary>
    public required double Similarity { get; init; }

    public required double Seconds { get; init; }

    public required double StepsPerSecond { get; init; }

    public required string Model { get; init; }

    public required string File { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public string? Timelapse { get; init; }

    /// <summary>The state to go on from, when one was saved.</summary>
    public string? State { get; init; }

    [JsonIgnore]
    public bool Interrupted { get; init; }
}
