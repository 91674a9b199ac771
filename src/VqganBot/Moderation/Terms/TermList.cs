using System.Globalization;
using System.Text.RegularExpressions;

namespace VqganBot.Moderation;

/// <summary>Blocked terms made ready to be looked for. Whole words only, so that nobody from Scunthorpe is refused.</summary>
internal sealed class TermList
{
    private readonly Dictionary<string, List<(string Words, BlockedTerm Term)>> _words = new(StringComparer.Ordinal);
    private readonly List<(string Words, BlockedTerm Term)> _beginnings = [];
    private readonly List<(string Words, BlockedTerm Term)> _unspaced = [];
    private readonly List<(Regex Pattern, BlockedTerm Term)> _patterns = [];
    private readonly int _longest;

    /// <param name="terms">Those that pass <see cref="TermRules"/>.</param>
    public TermList(IEnumerable<BlockedTerm> terms)
    {
        foreach (var term in terms)
        {
            if (term.IsRegex)
            {
                _patterns.Add((TermRules.Compile(term.Text), term));
                continue;
            }

            var reading = Readings.OfTerm(TextFolding.Fold(term.Text));
            var words = string.Join(' ', reading);
            _longest = Math.Max(_longest, reading.Count);
            if (words.Any(IsUnspaced))
                _unspaced.Add((words, term));
            else if (term.Text.TrimEnd().EndsWith('*'))
                _beginnings.Add((words, term));
            else if (_words.TryGetValue(Stretching.Key(words), out var same))
                same.Add((words, term));
            else
                _words.Add(Stretching.Key(words), [(words, term)]);
        }
    }

    public static TermList Empty { get; } = new([]);

    /// <summary>The terms that the text has in it, in any reading.</summary>
    /// <exception cref="RegexMatchTimeoutException">The machine stands still.</exception>
    public IEnumerable<BlockedTerm> FindIn(string text)
    {
        var folded = TextFolding.Fold(text);
        foreach (var (pattern, term) in _patterns)
        {
            if (pattern.IsMatch(text) || pattern.IsMatch(folded))
                yield return term;
        }

        if (_longest == 0) yield break;
        foreach (var words in Readings.Of(folded))
        {
            foreach (var (wanted, term) in _unspaced)
            {
                if (string.Join(' ', words).Contains(wanted, StringComparison.Ordinal))
                    yield return term;
            }

            for (var start = 0; start < words.Count; start++)
            {
                var phrase = "";
                for (var end = start; end < words.Count && end < start + _longest; end++)
                {
                    phrase = end == start ? words[end] : $"{phrase} {words[end]}";
                    foreach (var (_, term) in Exactly(phrase).Concat(Beginning(phrase)))
                        yield return term;
                }
            }
        }
    }

    private IEnumerable<(string Words, BlockedTerm Term)> Exactly(string phrase) =>
        _words.TryGetValue(Stretching.Key(phrase), out var same) ? same.Where(term => Stretching.IsMeant(phrase, term.Words, onlyBegins: false)) : [];

    private IEnumerable<(string Words, BlockedTerm Term)> Beginning(string phrase) =>
        _beginnings.Where(term => Stretching.IsMeant(phrase, term.Words, onlyBegins: true));

    /// <summary>Scripts that put no spaces between words: there a term is found anywhere.</summary>
    private static bool IsUnspaced(char letter) =>
        char.GetUnicodeCategory(letter) == UnicodeCategory.OtherLetter
        && letter is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u30FF')
            or (>= '\u3400' and <= '\u9FFF');
}
