namespace VqganBot.Search.Indexing;

/// <summary>What an update has learnt and not yet written: saving takes as long as looking at many a small picture.</summary>
internal sealed class PendingChanges(IndexStore store, long model, HashSet<string> embedded)
{
    private readonly Dictionary<string, float[]> _embeddings = [];
    private readonly List<KnownFile> _files = [];

    /// <value>How many embeddings were added.</value>
    public int Embedded { get; private set; }

    public bool IsEmbedded(string? hash) => hash is not null && embedded.Contains(hash);

    public void Add(string hash, float[] embedding)
    {
        _embeddings[hash] = embedding;
        embedded.Add(hash);
        Embedded++;
    }

    public void Add(KnownFile file) => _files.Add(file);

    public void Save()
    {
        if (_files.Count + _embeddings.Count == 0) return;
        store.Write(model, _embeddings, _files);
        _embeddings.Clear();
        _files.Clear();
    }
}
