using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VqganBot.Generation.Checkpoints.Formats;

/// <summary>
/// The order and the header of a safetensors file to be written. Wide types come first and names are sorted, so that every
/// tensor is aligned to its element and the same tensors give the same bytes.
/// </summary>
internal sealed class SafetensorsLayout
{
    private const int Alignment = 8;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private SafetensorsLayout(IReadOnlyList<TensorInfo> order, byte[] header)
    {
        Order = order;
        Header = header;
    }

    /// <value>The tensors in the order of their bytes.</value>
    public IReadOnlyList<TensorInfo> Order { get; }

    /// <value>The length and the JSON, padded with spaces: all that comes before the first tensor.</value>
    public byte[] Header { get; }

    public static SafetensorsLayout Of(string path, IEnumerable<TensorInfo> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var list = new List<TensorInfo>();
        foreach (var tensor in tensors)
        {
            if (!TensorTypes.IsKnown(tensor.Type))
                throw new CheckpointException(path, tensor.Key, $"tensors of type {tensor.Type} cannot be written; accepted are {TensorTypes.Accepted}");
            if (tensor.Key.Length > CheckpointContents.LongestKey || tensor.Key == "__metadata__" || !keys.Add(tensor.Key))
                throw new CheckpointException(path, tensor.Key, "the name is used twice, reserved or too long");
            list.Add(tensor);
        }

        TensorInfo[] order = [.. list.OrderByDescending(tensor => TensorTypes.SizeOf(tensor.Type)).ThenBy(tensor => tensor.Key, StringComparer.Ordinal)];
        return new SafetensorsLayout(order, WriteHeader(order, metadata));
    }

    private static byte[] WriteHeader(TensorInfo[] order, IReadOnlyDictionary<string, string>? metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject("__metadata__");
                foreach (var (name, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                    json.WriteString(name, value);
                json.WriteEndObject();
            }

            var offset = 0L;
            foreach (var tensor in order)
            {
                json.WriteStartObject(tensor.Key);
                json.WriteString("dtype", TensorTypes.NameOf(tensor.Type));
                WriteNumbers(json, "shape", tensor.Shape);
                WriteNumbers(json, "data_offsets", [offset, offset + tensor.ByteCount]);
                json.WriteEndObject();
                offset += tensor.ByteCount;
            }

            json.WriteEndObject();
        }

        var padded = (buffer.WrittenCount + Alignment - 1) / Alignment * Alignment;
        var header = new byte[8 + padded];
        BinaryPrimitives.WriteInt64LittleEndian(header, padded);
        buffer.WrittenSpan.CopyTo(header.AsSpan(8));
        header.AsSpan(8 + buffer.WrittenCount).Fill((byte)' ');
        return header;
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, long[] numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
