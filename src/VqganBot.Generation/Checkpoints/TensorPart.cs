namespace VqganBot.Generation.Checkpoints;

/// <summary>A tensor of a file, or one of equal parts of it along the first dimension, under another name.</summary>
/// <param name="Key">The new name.</param>
/// <param name="Index">Which of the parts, from 0.</param>
/// <param name="Count">How many parts.</param>
/// <param name="Ones">So many dimensions of length 1 are put behind: a matrix becomes a 1×1 convolution.</param>
internal sealed record TensorPart(string Key, int Index = 0, int Count = 1, int Ones = 0);
