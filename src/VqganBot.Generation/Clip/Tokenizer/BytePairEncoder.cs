namespace VqganBot.Generation.Clip;

/// <summary>
/// Merges the symbols of one word, always the pair of the lowest rank, all its occurrences from left to right (Sennrich
/// et al. 2016). The pairs wait in a queue, so that a word of ten thousand letters costs no more than its merges.
/// </summary>
internal sealed class BytePairEncoder
{
    private readonly BytePairVocabulary _vocabulary;
    private readonly int[] _symbols;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly PriorityQueue<Pair, (int Rank, int Position)> _queue = new();

    private BytePairEncoder(BytePairVocabulary vocabulary, string spelled)
    {
        _vocabulary = vocabulary;
        int count = spelled.Length;
        _symbols = new int[count];
        _next = new int[count];
        _previous = new int[count];
        for (int i = 0; i < count; i++)
        {
            _symbols[i] = vocabulary.Symbol(i == count - 1 ? spelled[i] + BytePairVocabulary.EndOfWord : spelled[i].ToString());
            _next[i] = i + 1 < count ? i + 1 : -1;
            _previous[i] = i - 1;
        }
    }

    /// <summary>The ids of a word, spelled in the byte alphabet and not empty.</summary>
    public static int[] Encode(BytePairVocabulary vocabulary, string spelled)
    {
        var word = new BytePairEncoder(vocabulary, spelled);
        for (int i = 0; i < spelled.Length - 1; i++)
            word.Consider(i);
        word.MergeAll();
        return word.Ids();
    }

    private void MergeAll()
    {
        var batch = new List<Pair>();
        while (_queue.TryPeek(out _, out (int Rank, int Position) lowest))
        {
            // All occurrences of one rank before any pair that their merging makes, whatever its rank.
            batch.Clear();
            while (_queue.TryPeek(out Pair pair, out (int Rank, int Position) next) && next.Rank == lowest.Rank)
            {
                batch.Add(pair);
                _queue.Dequeue();
            }

            foreach (Pair pair in batch)
                Merge(pair);
        }
    }

    private void Merge(Pair pair)
    {
        int right = _next[pair.Position];
        bool isStale = right < 0 || _symbols[pair.Position] != pair.Left || _symbols[right] != pair.Right;
        if (isStale)
            return;
        _symbols[pair.Position] = pair.Merged;
        _symbols[right] = -1;
        _next[pair.Position] = _next[right];
        if (_next[right] >= 0)
            _previous[_next[right]] = pair.Position;
        if (_previous[pair.Position] >= 0)
            Consider(_previous[pair.Position]);
        Consider(pair.Position);
    }

    private void Consider(int position)
    {
        int right = _next[position];
        if (right >= 0 && _vocabulary.TryMerge(_symbols[position], _symbols[right], out (int Rank, int Merged) merge))
            _queue.Enqueue(new Pair(position, _symbols[position], _symbols[right], merge.Merged), (merge.Rank, position));
    }

    private int[] Ids()
    {
        var ids = new List<int>();
        for (int i = 0; i >= 0; i = _next[i])
            ids.Add(_vocabulary.Output(_symbols[i]));
        return [.. ids];
    }

    private readonly record struct Pair(int Position, int Left, int Right, int Merged);
}
