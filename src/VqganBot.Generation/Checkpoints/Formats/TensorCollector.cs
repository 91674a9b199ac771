using System.Globalization;
using VqganBot.Generation.Checkpoints.Pickling;
using VqganBot.Generation.Checkpoints.Storage;

namespace VqganBot.Generation.Checkpoints.Formats;

/// <summary>
/// Walks what an unpickler built, and lists its tensors by key: the entries of a dictionary, or the nested attributes of a
/// TorchScript module as dotted names. Optimiser states and the like are never looked at.
/// </summary>
internal sealed class TensorCollector(MappedFile file, Func<PickleStorage, string, DataRegion> openStorage)
{
    private const int DeepestModule = 64;
    private const int MostValues = 1_000_000;

    /// <summary>Where training programs put the weights beside everything else: Lightning and open_clip, then others.</summary>
    private static readonly string[] Wrappers = ["state_dict", "model"];

    private readonly Dictionary<string, StoredTensor> _tensors = new(StringComparer.Ordinal);
    private int _values;

    public CheckpointContents Collect(object? root, string format)
    {
        var (weights, metadata) = Unwrap(root);
        if (weights is PickleInstance { State: PickleDictionary attributes })
            AddModule(attributes, "", 0);
        else
            AddEntries(EntriesOf(weights)?.Items ?? [], "");
        if (_tensors.Count == 0)
            throw new CheckpointException(file.Path, null, $"it holds no tensors by name ({Describe(root)})");
        return new CheckpointContents(format, [.. _tensors.Values], metadata);
    }

    private static (object? Weights, Dictionary<string, string> Metadata) Unwrap(object? root)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (EntriesOf(root) is not { } entries)
            return (root, metadata);
        foreach (var (key, value) in entries.Items)
        {
            if (key is string name && name.Length <= CheckpointContents.LongestKey && Plain(value) is { } text)
                metadata[name] = text;
        }

        foreach (var wrapper in Wrappers)
        {
            if (entries.TryGet(wrapper, out var inner) && HoldsTensors(inner))
                return (inner, metadata);
        }

        return (root, metadata);
    }

    private static bool HoldsTensors(object? value) =>
        value is PickleInstance { State: PickleDictionary } || (EntriesOf(value)?.Items.Exists(item => item is { Key: string, Value: PickleTensor }) ?? false);

    /// <summary>The entries of a dictionary, or of an object of a class derived from it.</summary>
    private static PickleDictionary? EntriesOf(object? value) => value switch
    {
        PickleDictionary dictionary => dictionary,
        PickleInstance { Entries: { Items.Count: > 0 } entries } => entries,
        _ => null,
    };

    private static string? Plain(object? value) => value switch
    {
        bool or long or double => Convert.ToString(value, CultureInfo.InvariantCulture),
        string text when text.Length <= CheckpointContents.LongestKey => text,
        _ => null,
    };

    private void AddModule(PickleDictionary attributes, string prefix, int depth)
    {
        if (depth > DeepestModule)
            throw new CheckpointException(file.Path, prefix.TrimEnd('.'), $"modules are nested more than {DeepestModule} deep, or contain themselves");
        AddEntries(attributes.Items, prefix);
        foreach (var (key, value) in attributes.Items)
        {
            if (key is string name && value is PickleInstance { State: PickleDictionary inner })
                AddModule(inner, Join(prefix, name) + ".", depth + 1);
        }
    }

    private void AddEntries(List<KeyValuePair<object?, object?>> entries, string prefix)
    {
        // A module can be reached by several names, so that a small file could describe a walk without end.
        _values += entries.Count + 1;
        if (_values > MostValues)
            throw new CheckpointException(file.Path, null, $"its modules have more than {MostValues} attributes");
        foreach (var (key, value) in entries)
        {
            if (key is not string name)
                continue;
            if (value is PickleTensor tensor)
                Add(Join(prefix, name), tensor);
            else if (value is PickleInstance { Type: { Module: "torch._utils", Name: var function } } && function.StartsWith("_rebuild", StringComparison.Ordinal))
                throw new CheckpointException(file.Path, Join(prefix, name), $"it is a tensor of a kind that is not read ({CheckpointException.Show(function)}): quantised, sparse and other special tensors must be converted to plain ones");
        }
    }

    private void Add(string key, PickleTensor tensor)
    {
        var storage = tensor.Storage;
        var type = TensorTypes.FromStorage(storage.TypeName)
            ?? throw new CheckpointException(file.Path, key, $"its storage is a '{CheckpointException.Show(storage.TypeName)}'; complex, quantised and untyped tensors are not read, only {TensorTypes.Accepted}");
        var size = TensorTypes.SizeOf(type);
        var region = openStorage(storage, key);
        if ((Int128)storage.ElementCount * size > region.Length)
            throw new CheckpointException(file.Path, key, $"its storage '{CheckpointException.Show(storage.Key)}' of {storage.ElementCount} elements needs more than the {region.Length} bytes in the file");
        if (storage.ViewOffset < 0 || storage.ViewLength < 0 || (Int128)storage.ViewOffset + storage.ViewLength > storage.ElementCount
            || tensor.Offset > storage.ViewLength)
            throw new CheckpointException(file.Path, key, $"its view from element {storage.ViewOffset} on does not lie inside its storage of {storage.ElementCount}");
        var slice = new SubRegion(region, storage.ViewOffset * size, storage.ViewLength * size);
        // As in Python, a name that is set twice has its last value.
        _tensors[key] = StoredTensor.Strided(key, type, tensor.Shape, tensor.Strides, tensor.Offset, slice, file.Length);
        if (_tensors.Count > CheckpointContents.MostTensors)
            throw new CheckpointException(file.Path, null, $"it has more than {CheckpointContents.MostTensors} tensors");
    }

    private string Join(string prefix, string name) => prefix.Length + name.Length <= CheckpointContents.LongestKey
        ? prefix + name
        : throw new CheckpointException(file.Path, prefix + name, $"the name is longer than {CheckpointContents.LongestKey} characters");

    private static string Describe(object? root) => EntriesOf(root) is { } entries
        ? "its entries are: " + string.Join(", ", entries.Items.Select(item => item.Key).OfType<string>().Take(8).Select(CheckpointException.Show))
        : root switch
        {
            PickleInstance { Type: { } type } => "it is an object of the class " + CheckpointException.Show(type.FullName),
            PickleTensor => "it is one tensor without a name",
            PickleList or PickleTuple => "it is a list",
            _ => "a dictionary of tensors was expected",
        };
}
