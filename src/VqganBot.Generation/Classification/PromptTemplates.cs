namespace VqganBot.Generation.Classification;

/// <summary>Sentences around a label; <c>{}</c> is where it goes.</summary>
public static class PromptTemplates
{
    /// <summary>The place of the label.</summary>
    public const string Place = "{}";

    private static readonly string[] Articles = ["a ", "an ", "the "];

    /// <summary>
    /// Puts a label into each template. An article is given up where the label brings its own ("a photo of the moon"), and "a"
    /// becomes "an" before a vowel: captions are mostly grammatical, and CLIP learnt from them.
    /// </summary>
    /// <exception cref="ArgumentException">A template has no place for the label, or there is no template.</exception>
    public static IEnumerable<string> Fill(IReadOnlyList<string> templates, string label)
    {
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        if (templates.Count == 0)
            throw new ArgumentException("A label needs at least one template, such as \"a picture of a {}\".", nameof(templates));
        return templates.Select(template => Fill(template, label.Trim()));
    }

    /// <summary>The templates for phrases that bring the article they need, or need none: "a photo of {}".</summary>
    internal static IReadOnlyList<string> WithoutArticles(IReadOnlyList<string> templates) =>
        [.. templates.Select(template => Fill(template, $"the {Place}").Replace($"the {Place}", Place, StringComparison.Ordinal)).Distinct()];

    /// <summary>The article a phrase begins with, with its space; empty where there is none.</summary>
    internal static string ArticleOf(string phrase) =>
        Articles.FirstOrDefault(article => phrase.StartsWith(article, StringComparison.OrdinalIgnoreCase)) ?? "";

    /// <summary>The indefinite article that a word wants, with its space.</summary>
    internal static string ArticleFor(string word) => "aeiou".Contains(char.ToLowerInvariant(word[0]), StringComparison.Ordinal) ? "an " : "a ";

    private static string Fill(string template, string label)
    {
        int at = template.IndexOf(Place, StringComparison.Ordinal);
        if (at < 0)
            throw new ArgumentException($"The template \"{template}\" has no {Place}, where the label goes; \"a picture of a {Place}\" has one.", nameof(template));

        string before = template[..at], after = template[(at + Place.Length)..];
        string article = Articles.FirstOrDefault(article => $" {before}".EndsWith($" {article}", StringComparison.OrdinalIgnoreCase)) ?? "";
        if (article.Length > 0 && ArticleOf(label).Length > 0)
            before = before[..^article.Length];
        else if (article == "a ")
            before = before[..^article.Length] + ArticleFor(label);
        return before + label + after;
    }
}
