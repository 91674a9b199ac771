using System.Buffers.Binary;
using System.Text.Json;
using VqganBot.Generation.Checkpoints.Storage;

namespace VqganBot.Generation.Checkpoints.Formats;

/// <summary>
/// Reads safetensors (huggingface.co/docs/safetensors, "Format"): eight bytes of header length, a JSON header with type, shape and
/// place of each tensor, then the tensors' bytes without a hole or an overlap.
/// </summary>
internal static class SafetensorsReader
{
    /// <summary>The limit of the reference implementation.</summary>
    public const ulong LongestHeader = 100_000_000;

    public static CheckpointContents Read(MappedFile file)
    {
        var length = file.Length < 8 ? ulong.MaxValue : BinaryPrimitives.ReadUInt64LittleEndian(file.ReadBytes(0, 8));
        if (length > LongestHeader || length > (ulong)(file.Length - 8))
            throw new CheckpointException(file.Path, null, $"its header claims {length} bytes, and the file has {file.Length}: it is cut off or damaged");

        var header = ReadHeader(file, file.ReadBytes(8, (int)length));
        var dataStart = 8 + (long)length;
        var dataLength = file.Length - dataStart;
        RequireGapless(file, header.Tensors, dataLength);

        var tensors = new List<StoredTensor>(header.Tensors.Count);
        foreach (var entry in header.Tensors)
        {
            var region = new FileRegion(file, dataStart + entry.Begin, entry.End - entry.Begin);
            var tensor = StoredTensor.Contiguous(entry.Key, entry.Type, entry.Shape, region);
            if (tensor.Info.ByteCount != region.Length)
                throw new CheckpointException(file.Path, entry.Key, $"{TensorTypes.NameOf(entry.Type)} {tensor.Info.ShapeText} takes {tensor.Info.ByteCount} bytes, and the header gives it {region.Length}");
            tensors.Add(tensor);
        }

        return new CheckpointContents("safetensors", tensors, header.Metadata);
    }

    private static SafetensorsHeader ReadHeader(MappedFile file, byte[] json)
    {
        try
        {
            return new SafetensorsHeaderParser(file.Path).Parse(json);
        }
        // InvalidOperationException: the JSON reader's answer to text that is no valid Unicode.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new CheckpointException(file.Path, null, "its header is not valid JSON", fault);
        }
    }

    private static void RequireGapless(MappedFile file, IReadOnlyList<SafetensorsEntry> entries, long dataLength)
    {
        var end = 0L;
        foreach (var entry in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (entry.Begin < 0 || entry.End < entry.Begin || entry.End > dataLength)
                throw new CheckpointException(file.Path, entry.Key, $"its bytes {entry.Begin} to {entry.End} do not lie inside the {dataLength} bytes of data: the file is cut off or damaged");
            if (entry.Begin != end)
                throw new CheckpointException(file.Path, entry.Key, entry.Begin < end ? $"its bytes from {entry.Begin} on lie on top of another tensor's" : $"nothing owns the bytes {end} to {entry.Begin} before it");
            end = entry.End;
        }

        if (end != dataLength)
            throw new CheckpointException(file.Path, null, $"its tensors end at byte {end} of {dataLength}: it has bytes that no tensor owns");
    }
}
