using System.Runtime.InteropServices;

namespace VqganBot.Generation.Checkpoints.Storage;

/// <summary>A part of another region.</summary>
internal sealed class SubRegion : DataRegion
{
    private readonly DataRegion _whole;
    private readonly long _start;

    public SubRegion(DataRegion whole, long start, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, whole.Length - length);
        _whole = whole;
        _start = start;
        Length = length;
    }

    public override string File => _whole.File;

    public override long Length { get; }

    public override (SafeBuffer Owner, nint Address)? Memory(long offset) => _whole.Memory(_start + offset);

    protected override void ReadCore(long offset, Span<byte> destination)
    {
        _whole.Read(_start + offset, destination);
    }
}
