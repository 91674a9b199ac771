using VqganBot.Generation.Classification;

namespace VqganBot.CommandLine.Classify;

/// <summary>One line of <c>classify --json</c>.</summary>
internal sealed record ClassifiedPicture(string File, string Model, IReadOnlyList<LabelScore> Labels);
