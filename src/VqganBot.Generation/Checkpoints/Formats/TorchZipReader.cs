using VqganBot.Generation.Checkpoints.Pickling;
using VqganBot.Generation.Checkpoints.Storage;
using VqganBot.Generation.Checkpoints.Zip;

namespace VqganBot.Generation.Checkpoints.Formats;

/// <summary>
/// Reads the zip archives that torch.save (since 1.6) and torch.jit.save write: NAME/data.pkl describes, NAME/data/KEY holds the
/// storages as they are (caffe2/serialize/inline_container.h). TorchScript archives have code and constants.pkl besides; neither is read.
/// </summary>
internal static class TorchZipReader
{
    private const string PickleName = "data.pkl";

    public static CheckpointContents Read(MappedFile file)
    {
        var archive = ZipDirectory.Read(file);
        var root = Root(file, archive);
        RequireLittleEndian(file, archive, root);

        var pickle = archive.Open(archive.Find(root + PickleName)!);
        var value = new Unpickler(new PickleInput(pickle, 0, root + PickleName)).Load();
        var storages = new Dictionary<string, DataRegion>(StringComparer.Ordinal);
        var collector = new TensorCollector(file, OpenStorage);
        return collector.Collect(value, archive.Find(root + "constants.pkl") is null ? "PyTorch zip" : "TorchScript");

        DataRegion OpenStorage(PickleStorage storage, string key)
        {
            if (storages.TryGetValue(storage.Key, out var known))
                return known;
            var entry = archive.Find($"{root}data/{storage.Key}")
                ?? throw new CheckpointException(file.Path, key, $"its storage '{CheckpointException.Show(storage.Key)}' is missing in the archive");
            return storages[storage.Key] = archive.Open(entry);
        }
    }

    /// <summary>The one folder that everything lies in, with its slash.</summary>
    private static string Root(MappedFile file, ZipDirectory archive)
    {
        var roots = archive.Names
            .Where(name => name.EndsWith("/" + PickleName, StringComparison.Ordinal) && name.Count(character => character == '/') == 1)
            .Select(name => name[..^PickleName.Length]).ToList();
        return roots.Count == 1
            ? roots[0]
            : throw new CheckpointException(file.Path, null, $"it is a zip archive with {roots.Count} entries NAME/{PickleName}, and one of torch.save has exactly one");
    }

    private static void RequireLittleEndian(MappedFile file, ZipDirectory archive, string root)
    {
        if (archive.Find(root + "byteorder") is not { Length: <= 16 } entry)
            return;
        var order = new byte[entry.Length];
        archive.Open(entry).Read(0, order);
        if (!order.AsSpan().SequenceEqual("little"u8))
            throw new CheckpointException(file.Path, entry.Name, "it was written on a machine of the other byte order; convert it on one like this");
    }
}
