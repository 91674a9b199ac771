namespace VqganBot.Generation.Drafts;

/// <summary>How codes are drawn from the prior's probabilities.</summary>
public sealed record SamplingSettings
{
    /// <value>Below 1 prefers the likely, above 1 the strange.</value>
    public double Temperature { get; init; } = 1;

    /// <value>Only the so many likeliest codes may be drawn; 0: all.</value>
    public int TopK { get; init; }

    /// <value>Only the likeliest codes that together have this probability may be drawn; 1: all.</value>
    public double TopP { get; init; } = 0.95;

    /// <value>Classifier-free guidance: logits go this many times as far from the unconditional ones; 1: none.</value>
    public double Guidance { get; init; } = 3;

    /// <value>The class that is drafted, for a transformer that was told classes (<see cref="Transformer.Net2Net"/>); null for all others.</value>
    public int? Class { get; init; }
}
