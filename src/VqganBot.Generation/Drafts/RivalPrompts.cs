using System.Text.RegularExpressions;

namespace VqganBot.Generation.Drafts;

/// <summary>
/// The prompts that a good picture must not fit better than its own: one thing, colour or place in it exchanged for another.
/// </summary>
/// <remarks>
/// Of many drafts, the one with the greatest cosine is often one that fools CLIP, near to every prompt of the kind. What CLIP
/// tells apart well is which of several prompts a picture fits (its zero-shot classification, Radford et al. 2021, 3.1).
/// </remarks>
internal static class RivalPrompts
{
    /// <param name="vocabulary">See <see cref="Packs.ModelPackManifest.Vocabulary"/>.</param>
    /// <returns>None where the prompt has no word of the vocabulary.</returns>
    public static IReadOnlyList<string> Of(string prompt, IReadOnlyList<IReadOnlyList<string>> vocabulary)
    {
        List<(Match At, IReadOnlyList<string> List, string Entry)> found = [];
        IEnumerable<(IReadOnlyList<string> List, string Entry, string Word)> words =
            vocabulary.SelectMany(list => list.SelectMany(entry => Synonyms(entry).Select(word => (list, entry, word))));
        // The longest first: in "in front of mountains" no mountain is named.
        foreach ((IReadOnlyList<string> list, string entry, string word) in words.OrderByDescending(it => it.Word.Length))
        {
            foreach (Match match in Regex.Matches(prompt, $@"(?<!\w){Regex.Escape(word)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
            {
                if (!found.Any(other => match.Index < other.At.Index + other.At.Length && other.At.Index < match.Index + match.Length))
                    found.Add((match, list, entry));
            }
        }

        return [.. found
            .OrderBy(it => it.At.Index)
            .SelectMany(it => it.List.Where(other => other != it.Entry).Select(other => prompt.Remove(it.At.Index, it.At.Length).Insert(it.At.Index, Synonyms(other)[0])))
            .Distinct()];
    }

    private static string[] Synonyms(string entry) => entry.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
