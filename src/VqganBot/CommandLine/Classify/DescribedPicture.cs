using VqganBot.Generation.Classification;

namespace VqganBot.CommandLine.Classify;

/// <summary>One line of <c>describe --json</c>.</summary>
internal sealed record DescribedPicture(string File, string Model, PictureDescription Description);
