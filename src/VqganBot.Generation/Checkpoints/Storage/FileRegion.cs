using System.Runtime.InteropServices;

namespace VqganBot.Generation.Checkpoints.Storage;

/// <summary>Bytes that lie as they are in the mapped file.</summary>
internal sealed class FileRegion : DataRegion
{
    private readonly MappedFile _file;
    private readonly long _start;

    public FileRegion(MappedFile file, long start, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, file.Length - length);
        _file = file;
        _start = start;
        Length = length;
    }

    public override string File => _file.Path;

    public override long Length { get; }

    public override (SafeBuffer Owner, nint Address)? Memory(long offset) => _file.Memory(_start + offset);

    protected override void ReadCore(long offset, Span<byte> destination)
    {
        _file.Read(_start + offset, destination);
    }
}
