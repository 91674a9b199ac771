namespace VqganBot.Generation.Classification;

/// <summary>What a picture seems to show.</summary>
/// <param name="Prompt">The likeliest phrases as one prompt: "a red car in the desert, watercolour".</param>
/// <param name="Subjects">All subjects, likeliest first; the other lists were asked of the first of them.</param>
/// <param name="Colours">Colours of that subject.</param>
/// <param name="Scenes">Places where it may be.</param>
/// <param name="Styles">Manners of the whole.</param>
public sealed record PictureDescription(
    string Prompt,
    IReadOnlyList<LabelScore> Subjects,
    IReadOnlyList<LabelScore> Colours,
    IReadOnlyList<LabelScore> Scenes,
    IReadOnlyList<LabelScore> Styles);
