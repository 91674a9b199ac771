namespace VqganBot.CommandLine.Bench;

/// <summary>As many merges as CLIP's file lists, each of two single bytes: no words, but the same work to read.</summary>
internal static class SyntheticMerges
{
    // openai/CLIP d05afc4: 49,152 − 256 − 2.
    private const int Count = 48_894;

    private const string EndOfWord = "</w>";

    public static IEnumerable<string> Lines()
    {
        // Of CLIP's alphabet of bytes those that stand for themselves.
        var symbols = Range('!', '~').Concat(Range('¡', '¬')).Concat(Range('®', 'ÿ')).ToArray();
        var pairs = symbols.SelectMany(left => symbols.SelectMany(right => (string[])[$"{left} {right}", $"{left} {right}{EndOfWord}"]));
        return pairs.Take(Count).Prepend("#version: 0.2");
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
