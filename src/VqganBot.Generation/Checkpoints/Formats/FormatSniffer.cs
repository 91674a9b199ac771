using System.Buffers.Binary;
using System.Text;
using VqganBot.Generation.Checkpoints.Storage;

namespace VqganBot.Generation.Checkpoints.Formats;

/// <summary>Finds out from the first bytes what a file is, whatever its name says, and hands it to the reader.</summary>
internal static class FormatSniffer
{
    private const string Accepted = "safetensors, PyTorch's zip and older stream, and TorchScript archives are read";

    public static CheckpointContents Read(MappedFile file)
    {
        var head = file.ReadBytes(0, (int)Math.Min(file.Length, 512));
        if (head.AsSpan().StartsWith("PK"u8))
            return TorchZipReader.Read(file);
        if (head.Length > 8 && head[8] == (byte)'{' && BinaryPrimitives.ReadUInt64LittleEndian(head) <= SafetensorsReader.LongestHeader)
            return SafetensorsReader.Read(file);
        // PROTO, or the text of a long integer: how the stream's magic number begins.
        if (head[0] is 0x80 or (byte)'L')
            return LegacyStreamReader.Read(file);
        throw new CheckpointException(file.Path, null, $"{Describe(head)}; {Accepted}");
    }

    private static string Describe(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 262 && head.Slice(257, 5).SequenceEqual("ustar"u8))
            return "it is a tar archive, as PyTorch wrote before version 0.2";
        var text = Encoding.Latin1.GetString(head).TrimStart();
        if (text.StartsWith("version https://git-lfs", StringComparison.Ordinal))
            return "it is a Git LFS pointer, not the weights it points to: fetch the file itself";
        if (text.StartsWith('<'))
            return "it is a web page, so the download went wrong";
        return "its first bytes belong to no format of weights";
    }
}
