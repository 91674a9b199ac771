namespace VqganBot.Models;

/// <summary>The files of a CLIP that is used by itself. <paramref name="Name"/> is that of its pack, or its own.</summary>
internal sealed record ClipFiles(string Name, string Weights, string Tokenizer);
