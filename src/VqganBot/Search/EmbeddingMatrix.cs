using VqganBot.Generation.Classification;

namespace VqganBot.Search;

/// <summary>
/// Embeddings under ids, in one block of memory, ranked by their cosine with another. Brute force: ten thousand of 512 numbers
/// are 20 MB, which a processor reads in milliseconds. For one thread at a time.
/// </summary>
internal sealed class EmbeddingMatrix
{
    private const float Tolerance = 1e-3f;

    private readonly List<long> _ids;
    private readonly Dictionary<long, int> _rows;
    private float[] _numbers;

    /// <param name="width">How many numbers each embedding has.</param>
    /// <param name="capacity">For how many there is room before the block has to grow.</param>
    public EmbeddingMatrix(int width, int capacity = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        Width = width;
        _ids = new List<long>(capacity);
        _rows = new Dictionary<long, int>(capacity);
        _numbers = new float[checked(width * capacity)];
    }

    public int Width { get; }

    public int Count => _ids.Count;

    public bool Contains(long id) => _rows.ContainsKey(id);

    /// <summary>Puts an embedding in, in place of the one that had this id.</summary>
    /// <exception cref="ArgumentException">It has another width, or is not of unit length.</exception>
    public void Add(long id, ReadOnlySpan<float> embedding)
    {
        if (embedding.Length != Width)
            throw new ArgumentException($"An embedding of {embedding.Length} numbers does not belong among those of {Width}; it comes from another CLIP.", nameof(embedding));
        var square = UnitVector.Dot(embedding, embedding);
        if (!(Math.Abs(square - 1) < Tolerance))
            throw new ArgumentException($"The square of the embedding's length is {square}; only embeddings of unit length can be ranked by their cosine.", nameof(embedding));

        if (!_rows.TryGetValue(id, out var row))
        {
            row = _ids.Count;
            var needed = checked((row + 1) * Width);
            if (_numbers.Length < needed) Array.Resize(ref _numbers, (int)Math.Min(Array.MaxLength, Math.Max(needed, _numbers.Length * 2L)));
            _ids.Add(id);
            _rows[id] = row;
        }

        embedding.CopyTo(Row(row));
    }

    /// <returns>Whether there was one of this id.</returns>
    public bool Remove(long id)
    {
        if (!_rows.Remove(id, out var row)) return false;
        // The last one moves into the gap, so that the block stays whole.
        var last = _ids.Count - 1;
        if (row != last)
        {
            Row(last).CopyTo(Row(row));
            _ids[row] = _ids[last];
            _rows[_ids[row]] = row;
        }

        _ids.RemoveAt(last);
        return true;
    }

    /// <summary>The <paramref name="count"/> nearest, best first; of equals the lower id first.</summary>
    /// <param name="query">An embedding of unit length.</param>
    /// <param name="count">How many are wanted; fewer come where there are no more.</param>
    /// <param name="allowed">Which ids may come at all; null: every one.</param>
    public IReadOnlyList<Hit> Nearest(ReadOnlySpan<float> query, int count, Func<long, bool>? allowed = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (query.Length != Width)
            throw new ArgumentException($"A query of {query.Length} numbers cannot be compared with embeddings of {Width}; it comes from another CLIP.", nameof(query));

        // The worst of the best so far is on top, to be thrown out.
        var best = new PriorityQueue<Hit, Hit>(Comparer<Hit>.Create((a, b) => -ByRank(a, b)));
        for (var row = 0; row < _ids.Count; row++)
        {
            if (allowed is not null && !allowed(_ids[row])) continue;
            var hit = new Hit(_ids[row], UnitVector.Dot(query, Row(row)));
            if (best.Count < count) best.Enqueue(hit, hit);
            else if (ByRank(hit, best.Peek()) < 0) best.EnqueueDequeue(hit, hit);
        }

        var hits = best.UnorderedItems.Select(item => item.Element).ToArray();
        Array.Sort(hits, ByRank);
        return hits;
    }

    private static int ByRank(Hit a, Hit b) => a.Cosine != b.Cosine ? b.Cosine.CompareTo(a.Cosine) : a.Id.CompareTo(b.Id);

    private Span<float> Row(int row) => _numbers.AsSpan(row * Width, Width);
}
