using System.Collections.Concurrent;

namespace VqganBot.Generation.Clip;

/// <summary>CLIP's byte-level BPE tokenizer (openai/CLIP d05afc4, clip/simple_tokenizer.py). Safe for use from several threads.</summary>
public sealed class ClipTokenizer
{
    // A bot sees new words for as long as it runs; beyond this the cache only costs memory.
    private const int MostCachedWords = 20_000;
    private readonly BytePairVocabulary _vocabulary;
    private readonly ConcurrentDictionary<string, int[]> _cache = new();

    private ClipTokenizer(BytePairVocabulary vocabulary)
    {
        _vocabulary = vocabulary;

        // The specials are whole tokens even inside a user's text, as in the original, where they sit in the cache.
        _cache[WordSplitter.StartOfText] = [vocabulary.StartToken];
        _cache[WordSplitter.EndOfText] = [vocabulary.EndToken];
    }

    /// <value>512 + the number of merges + 2; 49,408 with OpenAI's file.</value>
    public int VocabSize => _vocabulary.Count;

    /// <value>The token before every text: the last but one.</value>
    public int StartToken => _vocabulary.StartToken;

    /// <value>The token after every text: the last, so that its place is the argmax of the row.</value>
    public int EndToken => _vocabulary.EndToken;

    /// <summary>Reads a merges file in CLIP's format, plain or gzipped: a header line, then one pair a line.</summary>
    /// <exception cref="InvalidDataException">The file is no such list; the message names the line.</exception>
    public static ClipTokenizer FromMerges(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new ClipTokenizer(BytePairVocabulary.Load(path));
    }

    /// <summary>The ids of a text, without the tokens at its start and end.</summary>
    public IReadOnlyList<int> Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ids = new List<int>();
        foreach (string word in WordSplitter.Split(PromptCleaner.Clean(text)))
            ids.AddRange(EncodeWord(word));
        return ids;
    }

    /// <summary>The row that the text tower takes: start, ids, end, then zeros.</summary>
    /// <param name="text">The text, as a person wrote it.</param>
    /// <param name="contextLength">The length of the row; 77 for the published models.</param>
    /// <param name="truncate">Whether a longer text is cut, its last token becoming the end, rather than refused.</param>
    /// <exception cref="ArgumentException">The text is too long and may not be cut.</exception>
    public long[] EncodePadded(string text, int contextLength, bool truncate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(contextLength, 2);
        IReadOnlyList<int> ids = Encode(text);
        int room = contextLength - 2;
        if (ids.Count > room && !truncate)
            throw new ArgumentException($"The text makes {ids.Count} tokens, but this model reads at most {room}; shorten it, or let it be cut.", nameof(text));

        long[] row = new long[contextLength];
        row[0] = StartToken;
        int kept = Math.Min(ids.Count, room);
        for (int i = 0; i < kept; i++)
            row[i + 1] = ids[i];
        row[kept + 1] = EndToken;
        return row;
    }

    /// <summary>The text of the ids: clean, in lower case, with a space after each piece.</summary>
    public string Decode(IEnumerable<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        string spelled = string.Concat(ids.Select(id => id >= 0 && id < VocabSize
            ? _vocabulary.Token(id)
            : throw new ArgumentOutOfRangeException(nameof(ids), id, $"A token of this vocabulary is from 0 to {VocabSize - 1}.")));
        return ByteAlphabet.Read(spelled).Replace(BytePairVocabulary.EndOfWord, " ", StringComparison.Ordinal);
    }

    private int[] EncodeWord(string word)
    {
        if (_cache.TryGetValue(word, out int[]? known))
            return known;
        int[] ids = BytePairEncoder.Encode(_vocabulary, ByteAlphabet.Spell(word));
        if (_cache.Count < MostCachedWords)
            _cache[word] = ids;
        return ids;
    }
}
