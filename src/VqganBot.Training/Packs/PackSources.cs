namespace VqganBot.Training.Packs;

/// <summary>What a pack is made of: the states of its trainings, and the merges of its tokenizer.</summary>
internal sealed record PackSources(string Vqgan, string Clip, string Tokenizer)
{
    /// <value>State of a prior's training; null: the pack will not draft.</value>
    public string? Prior { get; init; }
}
