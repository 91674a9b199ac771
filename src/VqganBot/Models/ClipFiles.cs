namespace VqganBot.Models;

/// <summary>A CLIP on disk.</summary>
/// <param name="Weights">Its weights.</param>
/// <param name="Tokenizer">The merges of the tokenizer that it was trained with.</param>
internal sealed record ClipFiles(string Weights, string Tokenizer);
