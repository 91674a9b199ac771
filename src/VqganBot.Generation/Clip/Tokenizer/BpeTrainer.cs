using System.Text;

namespace VqganBot.Generation.Clip;

/// <summary>Learns byte pair merges from captions, for the vocabulary of a small model (Sennrich et al. 2016, algorithm 1).</summary>
public static class BpeTrainer
{
    private const string Header = "#version: 0.2, learned by VqganBot";

    /// <summary>The most frequent pairs, in the order of their merging; equals are taken in ordinal order.</summary>
    /// <param name="captions">The texts, cleaned and split here as the tokenizer does.</param>
    /// <param name="mostMerges">How many merges at most.</param>
    /// <param name="leastCount">A pair seen less often is not worth a token.</param>
    public static IReadOnlyList<(string Left, string Right)> Learn(IEnumerable<string> captions, int mostMerges, int leastCount = 2)
    {
        ArgumentNullException.ThrowIfNull(captions);
        ArgumentOutOfRangeException.ThrowIfNegative(mostMerges);
        List<(List<string> Symbols, int Count)> words = CountWords(captions);
        var merges = new List<(string Left, string Right)>();
        while (merges.Count < mostMerges && MostFrequent(words) is var (pair, count) && count >= leastCount && count > 0)
        {
            merges.Add(pair);
            foreach ((List<string> symbols, _) in words)
                Merge(symbols, pair);
        }

        return merges;
    }

    /// <summary>Writes CLIP's format: a header, then one pair a line. The file appears whole or not at all.</summary>
    public static void Write(string path, IEnumerable<(string Left, string Right)> merges)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(merges);
        var text = new StringBuilder(Header).Append('\n');
        foreach ((string left, string right) in merges)
            text.Append(left).Append(' ').Append(right).Append('\n');
        string half = path + ".part";
        File.WriteAllText(half, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(half, path, overwrite: true);
    }

    private static List<(List<string> Symbols, int Count)> CountWords(IEnumerable<string> captions)
    {
        var counts = new Dictionary<string, int>();
        foreach (string word in captions.SelectMany(caption => WordSplitter.Split(PromptCleaner.Clean(caption))))
        {
            if (word is not (WordSplitter.StartOfText or WordSplitter.EndOfText))
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return [.. counts.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (Symbols(entry.Key), entry.Value))];
    }

    private static List<string> Symbols(string word)
    {
        List<string> symbols = [.. ByteAlphabet.Spell(word).Select(c => c.ToString())];
        symbols[^1] += BytePairVocabulary.EndOfWord;
        return symbols;
    }

    private static ((string Left, string Right) Pair, int Count) MostFrequent(List<(List<string> Symbols, int Count)> words)
    {
        var counts = new Dictionary<(string Left, string Right), int>();
        foreach ((List<string> symbols, int count) in words)
        {
            for (int i = 0; i + 1 < symbols.Count; i++)
                counts[(symbols[i], symbols[i + 1])] = counts.GetValueOrDefault((symbols[i], symbols[i + 1])) + count;
        }

        ((string Left, string Right) Pair, int Count) best = (("", ""), 0);
        foreach (((string, string) pair, int count) in counts)
        {
            if (count > best.Count || (count == best.Count && IsBefore(pair, best.Pair)))
                best = (pair, count);
        }

        return best;
    }

    private static bool IsBefore((string Left, string Right) one, (string Left, string Right) other)
    {
        int left = string.CompareOrdinal(one.Left, other.Left);
        return left < 0 || (left == 0 && string.CompareOrdinal(one.Right, other.Right) < 0);
    }

    private static void Merge(List<string> symbols, (string Left, string Right) pair)
    {
        for (int i = 0; i + 1 < symbols.Count; i++)
        {
            if (symbols[i] != pair.Left || symbols[i + 1] != pair.Right)
                continue;
            symbols[i] = pair.Left + pair.Right;
            symbols.RemoveAt(i + 1);
        }
    }
}
