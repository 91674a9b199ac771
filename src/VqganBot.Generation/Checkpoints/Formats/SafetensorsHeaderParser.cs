using System.Text.Json;
using TorchSharp;

namespace VqganBot.Generation.Checkpoints.Formats;

/// <summary>Parses the JSON header of a safetensors file; strict, because a second key of one name could hide a tensor.</summary>
internal sealed class SafetensorsHeaderParser(string file)
{
    private const int DeepestNesting = 8;

    public SafetensorsHeader Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestNesting });
        var names = new HashSet<string>(StringComparer.Ordinal);
        var tensors = new List<SafetensorsEntry>();
        IReadOnlyDictionary<string, string> metadata = new Dictionary<string, string>();
        Expect(ref reader, JsonTokenType.StartObject, null);
        while (NextName(ref reader, null) is { } key)
        {
            if (key.Length > CheckpointContents.LongestKey)
                throw Fault(key, $"the name is longer than {CheckpointContents.LongestKey} characters");
            if (!names.Add(key))
                throw Fault(key, "two entries have this name");
            if (key == "__metadata__")
                metadata = ReadMetadata(ref reader);
            else
                tensors.Add(ReadEntry(ref reader, key));
            if (tensors.Count > CheckpointContents.MostTensors)
                throw Fault(null, $"it has more than {CheckpointContents.MostTensors} tensors");
        }

        // Padding with spaces is allowed, anything else makes the reader throw.
        if (reader.Read())
            throw Fault(null, "something follows the end of its header");
        return new SafetensorsHeader(tensors, metadata);
    }

    private SafetensorsEntry ReadEntry(ref Utf8JsonReader reader, string key)
    {
        torch.ScalarType? type = null;
        long[]? shape = null, offsets = null;
        Expect(ref reader, JsonTokenType.StartObject, key);
        while (NextName(ref reader, key) is { } field)
        {
            switch (field)
            {
                case "dtype" when type is null:
                    Expect(ref reader, JsonTokenType.String, key);
                    var name = reader.GetString()!;
                    type = TensorTypes.FromSafetensors(name) ?? throw Fault(key, $"its type is '{CheckpointException.Show(name)}'; read are {TensorTypes.Accepted}");
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref reader, key);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(ref reader, key);
                    break;
                default:
                    throw Fault(key, $"its header has the field '{CheckpointException.Show(field)}' where dtype, shape and data_offsets belong, each once");
            }
        }

        return type is { } known && shape is not null && offsets is [var begin, var end]
            ? new SafetensorsEntry(key, known, shape, begin, end)
            : throw Fault(key, "its header lacks one of dtype, shape and two data_offsets");
    }

    private long[] ReadNumbers(ref Utf8JsonReader reader, string key)
    {
        var numbers = new List<long>();
        Expect(ref reader, JsonTokenType.StartArray, key);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var number) || number < 0)
                throw Fault(key, "its shape or place has something that is no size");
            numbers.Add(number);
            if (numbers.Count > TensorTypes.MostDimensions)
                throw Fault(key, $"it has more than {TensorTypes.MostDimensions} dimensions");
        }

        return [.. numbers];
    }

    private Dictionary<string, string> ReadMetadata(ref Utf8JsonReader reader)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        Expect(ref reader, JsonTokenType.StartObject, "__metadata__");
        while (NextName(ref reader, "__metadata__") is { } name)
        {
            Expect(ref reader, JsonTokenType.String, "__metadata__");
            if (!metadata.TryAdd(name, reader.GetString()!))
                throw Fault("__metadata__", $"two entries have the name '{CheckpointException.Show(name)}'");
        }

        return metadata;
    }

    private string? NextName(ref Utf8JsonReader reader, string? key)
    {
        if (!reader.Read())
            throw Fault(key, "its header ends too early");
        return reader.TokenType == JsonTokenType.EndObject ? null : reader.GetString();
    }

    private void Expect(ref Utf8JsonReader reader, JsonTokenType type, string? key)
    {
        if (!reader.Read() || reader.TokenType != type)
            throw Fault(key, $"its header has {reader.TokenType} where {type} belongs");
    }

    private CheckpointException Fault(string? key, string fault) => new(file, key, fault);
}
