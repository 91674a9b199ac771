namespace VqganBot.Generation.Classification;

/// <summary>
/// Puts a prompt together for a picture: first what it shows, then colour, place and manner, each chosen in the sentence so far,
/// and left out where the sentence fits better without. Keep it, for it has read all the subjects.
/// </summary>
public sealed class PhraseRanker
{
    private readonly ClipEmbedder _embedder;
    private readonly PhraseLists _lists;
    private readonly ZeroShotClassifier _subjects;

    public PhraseRanker(ClipEmbedder embedder, PhraseLists lists)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        ArgumentNullException.ThrowIfNull(lists);
        _embedder = embedder;
        _lists = lists;
        _subjects = new ZeroShotClassifier(embedder, lists.Subjects, PromptTemplates.WithoutArticles(lists.Templates));
    }

    /// <param name="picture">A picture's embedding by the same CLIP.</param>
    public PictureDescription Describe(float[] picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        IReadOnlyList<LabelScore> subjects = _subjects.Classify(picture);
        string sentence = subjects[0].Label;
        IReadOnlyList<LabelScore> colours = Extend(_lists.Colours, Coloured);
        IReadOnlyList<LabelScore> scenes = Extend(_lists.Scenes, (text, scene) => $"{text} {scene}");
        IReadOnlyList<LabelScore> styles = Extend(_lists.Styles, (text, style) => $"{text}, {style}");
        return new PictureDescription(sentence, subjects, colours, scenes, styles);

        IReadOnlyList<LabelScore> Extend(IReadOnlyList<string> phrases, Func<string, string, string> join)
        {
            string before = sentence;
            string[] sentences = [before, .. phrases.Select(phrase => join(before, phrase))];
            IReadOnlyList<LabelScore> ranked = new ZeroShotClassifier(_embedder, sentences, [PromptTemplates.Place]).Classify(picture);
            sentence = ranked[0].Label;
            return [.. ranked.Where(score => score.Label != before).Select(score => score with { Label = phrases[Array.IndexOf(sentences, score.Label) - 1] })];
        }
    }

    // The colour goes behind the article, which may have to change: an apple, a red apple, an orange apple.
    private static string Coloured(string subject, string colour)
    {
        string article = PromptTemplates.ArticleOf(subject);
        string noun = subject[article.Length..];
        return article is "a " or "an " ? $"{PromptTemplates.ArticleFor(colour)}{colour} {noun}" : $"{article}{colour} {noun}";
    }
}
