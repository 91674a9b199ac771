using TorchSharp;
using VqganBot.Generation.Checkpoints.Formats;
using static TorchSharp.torch;

namespace VqganBot.Generation.Checkpoints;

/// <summary>Writes safetensors files: the whole file or none, and the same bytes for the same tensors.</summary>
public static class SafetensorsWriter
{
    /// <summary>Writes the tensors, in the type that each has, beside <paramref name="path"/> and then moves the file into its place.</summary>
    /// <exception cref="CheckpointException">A tensor has a type that is not stored, a name comes twice, or the disk refuses.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensors);
        var sources = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var (key, tensor) in tensors)
        {
            if (!sources.TryAdd(key, tensor))
                throw new CheckpointException(path, key, "two tensors to be written have this name");
        }

        var layout = SafetensorsLayout.Of(path, sources.Select(pair => new TensorInfo(pair.Key, pair.Value.dtype, pair.Value.shape)), metadata);
        WriteAtomically(path, file =>
        {
            file.Write(layout.Header);
            foreach (var info in layout.Order)
                WriteTensor(file, path, info, sources[info.Key]);
        });
    }

    private static void WriteTensor(Stream file, string path, TensorInfo info, Tensor tensor)
    {
        if (info.ByteCount > int.MaxValue)
            throw new CheckpointException(path, info.Key, $"the tensor takes {info.ByteCount} bytes, and one of more than 2 GiB is not written");
        if (info.ByteCount == 0)
            return;
        using DisposeScope scope = torch.NewDisposeScope();
        file.Write(tensor.detach().cpu().contiguous().bytes);
    }

    private static void WriteAtomically(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? ".");
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CheckpointException(path, null, $"it cannot be written ({fault.Message.TrimEnd('.')})", fault);
        }
        finally
        {
            // After a success it has been moved away; a folder that could not be made has no such file either.
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }
}
