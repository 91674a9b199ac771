using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using VqganBot.Training.Toybox;

namespace VqganBot.Training.Data;

internal sealed record RenderedSetHeader(int Count, ulong FirstSeed)
{
    public const int Bytes = 64;

    private static ReadOnlySpan<byte> Magic => "TOYSET01"u8;

    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), ToyWorld.Size);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), FirstSeed);
        ToyWorld.Fingerprint().CopyTo(bytes, 32);
        return bytes;
    }

    public static RenderedSetHeader Read(SafeFileHandle file, string path)
    {
        var bytes = new byte[Bytes];
        if (RandomAccess.Read(file, bytes, 0) != Bytes || !bytes.AsSpan(0, 8).SequenceEqual(Magic))
            throw new InvalidDataException($"'{path}' is not a rendered set; 'render --count N --out F' makes one.");
        if (!bytes.AsSpan(32).SequenceEqual(ToyWorld.Fingerprint()))
            throw new InvalidDataException($"'{path}' was rendered from another version of the drawn world; render it again.");

        var header = new RenderedSetHeader(
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)), BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(16)));
        var expected = Bytes + ((long)header.Count * RenderedSet.PictureBytes);
        var length = RandomAccess.GetLength(file);
        return header.Count > 0 && length == expected
            ? header
            : throw new InvalidDataException($"'{path}' should hold {header.Count} pictures in {expected} bytes, but is {length} bytes long; render it again.");
    }
}
