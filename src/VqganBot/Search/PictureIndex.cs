using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using VqganBot.Generation.Classification;
using VqganBot.Imaging;
using VqganBot.Search.Indexing;

namespace VqganBot.Search;

/// <summary>The pictures of a folder by what they show. It is brought up to date rather than built: only new contents are embedded.</summary>
internal sealed class PictureIndex : IDisposable
{
    public const string DefaultFile = ".vqganbot-search.db";

    private const int FilesAtOnce = 16;

    // Each may hold a whole picture of the largest size.
    private static readonly ParallelOptions Readers = new() { MaxDegreeOfParallelism = Math.Min(4, Environment.ProcessorCount) };

    private static readonly TimeSpan SaveInterval = TimeSpan.FromSeconds(2);

    private readonly string _folder;
    private readonly ClipEmbedder _embedder;
    private readonly TimeProvider _clock;
    private readonly IndexStore _store;
    private readonly long _model;

    /// <param name="folder">Where the pictures are.</param>
    /// <param name="file">The index; by convention <see cref="DefaultFile"/> in that folder.</param>
    /// <param name="embedder">The CLIP that looks at them.</param>
    /// <param name="model">Its name, for people.</param>
    /// <param name="modelSum">What tells its embeddings from those of others.</param>
    /// <param name="clock">Says when to save.</param>
    public PictureIndex(string folder, string file, ClipEmbedder embedder, string model, string modelSum, TimeProvider clock)
    {
        _folder = folder;
        _embedder = embedder;
        _clock = clock;
        _store = IndexStore.Open(file);
        _model = _store.Model(modelSum, model, embedder.Width);
    }

    /// <summary>Looks at every file that is new or has changed, and forgets those that are gone. What was done is kept when it is broken off.</summary>
    public IndexUpdate Update(IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        var found = FolderScan.Find(_folder);
        var known = _store.Files();
        var changes = new PendingChanges(_store, _model, _store.Embedded(_model));
        var brokenBefore = found.Count(file => IsUnchanged(file) && known[file.Path].Problem is not null);
        var waiting = found.Where(file => !IsUnchanged(file) || (known[file.Path].Problem is null && !changes.IsEmbedded(known[file.Path].Hash))).ToArray();

        var broken = new List<BrokenPicture>();
        var (done, saved) = (0, _clock.GetTimestamp());
        try
        {
            foreach (var files in waiting.Chunk(FilesAtOnce))
            {
                cancellation.ThrowIfCancellationRequested();
                broken.AddRange(LookAt(files, changes));
                progress?.Report(new IndexProgress(done += files.Length, waiting.Length));
                if (_clock.GetElapsedTime(saved) < SaveInterval) continue;
                changes.Save();
                saved = _clock.GetTimestamp();
            }
        }
        finally
        {
            changes.Save();
        }

        var gone = known.Keys.Except(found.Select(file => file.Path), StringComparer.Ordinal).ToArray();
        if (gone.Length > 0 || waiting.Length > 0) _store.Forget(gone);
        return new IndexUpdate(found.Count - broken.Count - brokenBefore, changes.Embedded, gone.Length, broken, brokenBefore);

        bool IsUnchanged(FoundFile file) => known.TryGetValue(file.Path, out var then) && then.File == file;
    }

    /// <summary>The pictures nearest to an embedding, best first; copies of the same picture are one.</summary>
    public IReadOnlyList<FoundPicture> Nearest(ReadOnlySpan<float> query, int count) =>
        [.. _store.Matrix(_model, _embedder.Width).Nearest(query, count).Select(hit => new FoundPicture(_store.Paths(hit.Id), hit.Cosine))];

    public void Dispose() => _store.Dispose();

    private IEnumerable<BrokenPicture> LookAt(FoundFile[] files, PendingChanges changes)
    {
        var seen = new SeenFile[files.Length];
        try
        {
            Parallel.For(0, files.Length, Readers, i => seen[i] = Read(files[i], changes.IsEmbedded));
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        // Two files of the same content are one picture.
        var fresh = seen.Where(file => file.Square is not null).DistinctBy(file => file.Hash).ToArray();
        foreach (var (file, embedding) in fresh.Zip(_embedder.Pictures([.. fresh.Select(file => file.Square!)])))
            changes.Add(file.Hash!, embedding);
        foreach (var file in seen.Where(file => !file.MayComeBack))
            changes.Add(new KnownFile(file.File, file.Hash, file.Problem));
        return seen.Where(file => file.Problem is not null).Select(file => new BrokenPicture(file.File.Path, file.Problem!));
    }

    private SeenFile Read(FoundFile file, Func<string, bool> isEmbedded)
    {
        try
        {
            // An empty file may be a pipe, which would never end.
            var content = file.Bytes == 0 ? [] : ImageCodec.ReadFile(Path.Combine(_folder, file.Path));
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            return isEmbedded(hash)
                ? new SeenFile(file, Hash: hash)
                : new SeenFile(file, Hash: hash, Square: _embedder.Square(ImageCodec.Decode(content)));
        }
        catch (ImageCodecException exception)
        {
            // What cannot be opened may be opened next time; what cannot be decoded stays so until it changes.
            return new SeenFile(file, Problem: exception.Message, MayComeBack: exception.InnerException is not null);
        }
    }

    private sealed record SeenFile(FoundFile File, string? Hash = null, Rgb24Image? Square = null, string? Problem = null, bool MayComeBack = false);
}
