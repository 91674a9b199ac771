namespace VqganBot.CommandLine.Draft;

/// <param name="Number">Which candidate it was, from 0.</param>
/// <param name="Similarity">Cosine with the prompt in CLIP's space.</param>
internal sealed record DraftTile(int Number, double Similarity, string? File);
