namespace VqganBot.Generation.Classification;

/// <summary>The words with which one kind of CLIP is asked what a picture shows.</summary>
public sealed record PhraseLists
{
    /// <value>Sentences with a <c>{}</c> for a label or a subject.</value>
    public required IReadOnlyList<string> Templates { get; init; }

    /// <value>Things, with the article they need: "a chicken", "an old man", "mountains".</value>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <value>Adjectives of colour.</value>
    public required IReadOnlyList<string> Colours { get; init; }

    /// <value>Places, with their preposition: "in the forest".</value>
    public required IReadOnlyList<string> Scenes { get; init; }

    /// <value>Manners, as they stand behind a comma: "oil painting".</value>
    public required IReadOnlyList<string> Styles { get; init; }
}
