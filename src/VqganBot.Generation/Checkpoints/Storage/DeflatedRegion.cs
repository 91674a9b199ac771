using System.IO.Compression;

namespace VqganBot.Generation.Checkpoints.Storage;

/// <summary>A compressed archive entry. PyTorch never compresses tensors, but an archive that was repacked by hand may.</summary>
internal sealed class DeflatedRegion : DataRegion
{
    /// <summary>RFC 1951 cannot do better: 258 bytes out of two bits, so about 1032 to 1.</summary>
    public const long HighestRatio = 1032;

    private readonly MappedFile _file;
    private readonly string _entry;
    private readonly long _start;
    private readonly long _compressedLength;
    private byte[]? _inflated;

    public DeflatedRegion(MappedFile file, string entry, long start, long compressedLength, long length)
    {
        if (length > Array.MaxLength || length / HighestRatio > compressedLength)
            throw new CheckpointException(file.Path, entry, $"the entry claims {length} bytes out of {compressedLength} compressed ones, which cannot be");
        _file = file;
        _entry = entry;
        _start = start;
        _compressedLength = compressedLength;
        Length = length;
    }

    public override string File => _file.Path;

    public override long Length { get; }

    protected override void ReadCore(long offset, Span<byte> destination)
    {
        _inflated ??= Inflate();
        _inflated.AsSpan(checked((int)offset), destination.Length).CopyTo(destination);
    }

    private byte[] Inflate()
    {
        try
        {
            using var compressed = _file.OpenStream(_start, _compressedLength);
            using var deflate = new DeflateStream(compressed, CompressionMode.Decompress);
            var bytes = new byte[Length];
            deflate.ReadExactly(bytes);
            if (deflate.ReadByte() >= 0)
                throw new InvalidDataException("more bytes come out than the directory says");
            return bytes;
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw new CheckpointException(File, _entry, $"the compressed entry is damaged ({fault.Message.TrimEnd('.')})", fault);
        }
    }
}
