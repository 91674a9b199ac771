using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using VqganBot.Generation.Checkpoints.Pickling;
using VqganBot.Generation.Checkpoints.Storage;

namespace VqganBot.Generation.Checkpoints.Formats;

/// <summary>
/// Reads what torch.save wrote before 1.6 (torch/serialization.py, _legacy_save): pickles of a magic number, a version, the system's
/// sizes, the object and the list of storage keys, one after the other; then each storage, its element count in eight bytes before it.
/// </summary>
internal static class LegacyStreamReader
{
    private const string What = "the stream of torch.save";
    private const long Protocol = 1001;
    private static readonly BigInteger Magic = BigInteger.Parse("1950a86a20f9469cfc6c", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    public static CheckpointContents Read(MappedFile file)
    {
        var whole = new FileRegion(file, 0, file.Length);
        var input = new PickleInput(whole, 0, What);
        if (new Unpickler(input).Load() is not BigInteger magic || magic != Magic)
            throw new CheckpointException(file.Path, null, "it is a pickle, but not one that torch.save wrote");
        if (new Unpickler(input).Load() is not Protocol)
            throw new CheckpointException(file.Path, null, $"its version is unknown; {Protocol} is read");
        if (new Unpickler(input).Load() is PickleDictionary system && system.TryGet("little_endian", out var little) && little is false)
            throw new CheckpointException(file.Path, null, "it was written on a machine of the other byte order; convert it on one like this");

        var unpickler = new Unpickler(input);
        var value = unpickler.Load();
        var keys = new Unpickler(input).Load() as PickleList ?? throw new CheckpointException(file.Path, null, "its list of storages is missing");
        var storages = Locate(file, whole, input.Position, keys, unpickler.Storages);
        var collector = new TensorCollector(file, (storage, key) => storages.GetValueOrDefault(storage.Key)
            ?? throw new CheckpointException(file.Path, key, $"its storage '{CheckpointException.Show(storage.Key)}' is missing in the file"));
        return collector.Collect(value, "PyTorch stream");
    }

    private static Dictionary<string, DataRegion> Locate(MappedFile file, FileRegion whole, long position, PickleList keys, List<PickleStorage> mentioned)
    {
        var described = new Dictionary<string, PickleStorage>(StringComparer.Ordinal);
        foreach (var storage in mentioned)
        {
            if (described.TryAdd(storage.Key, storage))
                continue;
            if (described[storage.Key].TypeName != storage.TypeName || described[storage.Key].ElementCount != storage.ElementCount)
                throw new CheckpointException(file.Path, storage.Key, "the storage is described in two ways");
        }

        var regions = new Dictionary<string, DataRegion>(StringComparer.Ordinal);
        Span<byte> count = stackalloc byte[8];
        foreach (var key in keys.Items)
        {
            if (key is not string name || !described.TryGetValue(name, out var storage) || TensorTypes.StorageElementSize(storage.TypeName) is not { } size)
                throw new CheckpointException(file.Path, key as string, "a storage is listed whose type the file does not tell, so what follows cannot be found");
            if (file.Length - position < 8)
                throw new CheckpointException(file.Path, name, "the storage is missing: the file is cut off");
            whole.Read(position, count);
            position += 8;
            if (BinaryPrimitives.ReadInt64LittleEndian(count) != storage.ElementCount || storage.ElementCount > (file.Length - position) / size)
                throw new CheckpointException(file.Path, name, $"the storage of {storage.ElementCount} elements does not fit the {file.Length - position} bytes that are left: the file is cut off or damaged");
            if (!regions.TryAdd(name, new FileRegion(file, position, storage.ElementCount * size)))
                throw new CheckpointException(file.Path, name, "the storage is listed twice");
            position += storage.ElementCount * size;
        }

        return regions;
    }
}
