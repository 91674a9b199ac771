using VqganBot.Imaging;

namespace VqganBot.Generation.Drafts;

/// <summary>A picture straight from the prior: its codes row by row, and its cosine with the prompt in CLIP's space.</summary>
public sealed record Draft(Rgb24Image Picture, IReadOnlyList<long> Codes, int Rows, int Columns, double Similarity)
{
    /// <value>Which candidate it was, from 0: seed and number alone make it again.</value>
    public int Number { get; init; }

    /// <value>By how much it fits the prompt better than the prompt's rivals, which drafts are ranked by; without rivals, the similarity.</value>
    public double Lead { get; init; }
}
