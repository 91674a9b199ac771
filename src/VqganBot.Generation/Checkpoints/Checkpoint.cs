using TorchSharp;
using VqganBot.Generation.Checkpoints.Formats;
using VqganBot.Generation.Checkpoints.Storage;
using static TorchSharp.torch;

namespace VqganBot.Generation.Checkpoints;

/// <summary>A file of weights, mapped into memory: its tensors by key, each read when asked for. Nothing in the file can run code.</summary>
public sealed class Checkpoint : IDisposable
{
    private const string ParallelPrefix = "module.";

    private readonly MappedFile _file;
    private readonly Dictionary<string, StoredTensor> _stored;

    private Checkpoint(MappedFile file, string format, IReadOnlyDictionary<string, string> metadata, Dictionary<string, StoredTensor> stored)
    {
        _file = file;
        _stored = stored;
        Format = format;
        Metadata = metadata;
        Tensors = stored.ToDictionary(pair => pair.Key, pair => pair.Value.Info, StringComparer.Ordinal);
    }

    /// <value>The path it was opened by.</value>
    public string File => _file.Path;

    /// <value>safetensors, PyTorch zip, PyTorch stream or TorchScript.</value>
    public string Format { get; }

    /// <value>The size of the file in bytes.</value>
    public long FileLength => _file.Length;

    /// <value>The tensors by key, in file order; the wrappers "state_dict" and "model" and the prefix "module." are taken off.</value>
    public IReadOnlyDictionary<string, TensorInfo> Tensors { get; }

    /// <value>The metadata of safetensors, or the numbers and short texts beside the weights (epoch, global_step).</value>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file in any of the formats; its name does not matter.</summary>
    /// <exception cref="CheckpointException">There is no such file, or it is damaged, hostile or of another kind.</exception>
    public static Checkpoint Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        MappedFile? file = MappedFile.Open(path);
        try
        {
            var contents = FormatSniffer.Read(file);
            // torch.nn.DataParallel puts its prefix before every key.
            var strip = contents.Tensors.All(tensor => tensor.Info.Key.StartsWith(ParallelPrefix, StringComparison.Ordinal)) ? ParallelPrefix.Length : 0;
            var stored = new Dictionary<string, StoredTensor>(StringComparer.Ordinal);
            foreach (var tensor in contents.Tensors)
                stored.Add(tensor.Info.Key[strip..], strip == 0 ? tensor : tensor.Renamed(tensor.Info.Key[strip..]));
            var checkpoint = new Checkpoint(file, contents.Format, contents.Metadata, stored);
            file = null; // from here on it belongs to the checkpoint
            return checkpoint;
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <summary>Reads one tensor into memory of its own, on the CPU, in the file's type.</summary>
    /// <exception cref="CheckpointException">There is no such key.</exception>
    public Tensor Read(string key)
    {
        var stored = Find(key);
        if (stored.Info.ByteCount > int.MaxValue)
            throw new CheckpointException(File, key, $"the tensor takes {stored.Info.ByteCount} bytes, and one of more than 2 GiB is not read");
        Tensor tensor = torch.empty(stored.Info.Shape, stored.Info.Type);
        if (stored.Info.ByteCount > 0)
            stored.CopyTo(tensor.bytes);
        return tensor;
    }

    /// <summary>Brings a tensor's elements into one of the same shape, converted to its type.</summary>
    internal void Fill(string key, Tensor target) => TensorFilling.Fill(Find(key), target, () => Read(key));

    /// <summary>The same file under other names; null drops a key. The view shares the file: dispose one of the two, once both are done with.</summary>
    /// <exception cref="CheckpointException">Two keys get the same name.</exception>
    public Checkpoint Renamed(Func<string, string?> rename)
    {
        ArgumentNullException.ThrowIfNull(rename);
        var renamed = new Dictionary<string, StoredTensor>(StringComparer.Ordinal);
        foreach (var (key, stored) in _stored)
        {
            if (rename(key) is { } name && !renamed.TryAdd(name, stored.Renamed(name)))
                throw new CheckpointException(File, key, $"it would get the name '{CheckpointException.Show(name)}', which another tensor has");
        }

        return new Checkpoint(_file, Format, Metadata, renamed);
    }

    /// <summary>The same file with its tensors divided and renamed; those without a part are dropped. The view shares the file, as <see cref="Renamed"/>'s does.</summary>
    /// <exception cref="CheckpointException">Two parts get the same name, or a tensor cannot be divided so.</exception>
    internal Checkpoint Arranged(Func<string, IEnumerable<TensorPart>> parts)
    {
        var arranged = new Dictionary<string, StoredTensor>(StringComparer.Ordinal);
        foreach (var (key, stored) in _stored)
        {
            foreach (var part in parts(key))
            {
                var tensor = stored.Part(part) ?? throw new CheckpointException(File, key, $"its shape is {stored.Info.ShapeText}, which is not {part.Count} parts of one size");
                if (!arranged.TryAdd(part.Key, tensor))
                    throw new CheckpointException(File, key, $"it would get the name '{CheckpointException.Show(part.Key)}', which another tensor has");
            }
        }

        return new Checkpoint(_file, Format, Metadata, arranged);
    }

    /// <summary>Copies a tensor's elements in row-major order, without libtorch.</summary>
    internal void CopyTo(string key, Span<byte> destination) => Find(key).CopyTo(destination);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private StoredTensor Find(string key) => _stored.TryGetValue(key, out var stored)
        ? stored
        : throw new CheckpointException(File, key, "the file has no tensor of this name");
}
