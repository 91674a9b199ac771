namespace VqganBot.CommandLine.Bench;

/// <summary>One prompt, painted both ways.</summary>
internal sealed record PaintRow
{
    public required string Prompt { get; init; }

    /// <summary>At the end of the reference: what ours has to reach.</summary>
    public required double ReferenceSimilarity { get; init; }

    /// <summary>To the end of the reference.</summary>
    public required double ReferenceSeconds { get; init; }

    /// <summary>To when the reference itself first had the similarity of its end.</summary>
    public required double ReferenceFirstSeconds { get; init; }

    /// <summary>To when ours first was as near, drafting included; null when it never was.</summary>
    public double? Seconds { get; init; }

    public int? Step { get; init; }

    /// <summary>At the end of ours.</summary>
    public required double Similarity { get; init; }

    public required double WholeSeconds { get; init; }

    /// <summary>To the first picture that ours can show.</summary>
    public required double FirstPreviewSeconds { get; init; }

    /// <summary>Seconds divided by the reference's; null when ours never was as near.</summary>
    public double? Ratio => Seconds / ReferenceSeconds;

    public static PaintRow Of(string prompt, PaintTrail reference, PaintTrail ours)
    {
        var reached = ours.Reaches(reference.Last.Similarity);
        return new PaintRow
        {
            Prompt = prompt,
            ReferenceSimilarity = reference.Last.Similarity,
            ReferenceSeconds = reference.Last.Seconds,
            ReferenceFirstSeconds = reference.Reaches(reference.Last.Similarity)!.Seconds,
            Seconds = reached?.Seconds,
            Step = reached?.Step,
            Similarity = ours.Last.Similarity,
            WholeSeconds = ours.Last.Seconds,
            FirstPreviewSeconds = ours.First.Seconds,
        };
    }
}
