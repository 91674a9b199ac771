using System.Runtime.InteropServices;

namespace VqganBot.Generation.Checkpoints.Storage;

/// <summary>A run of bytes of a checkpoint, wherever they lie: in place in the mapped file, or inside a compressed entry.</summary>
internal abstract class DataRegion
{
    public abstract string File { get; }

    public abstract long Length { get; }

    /// <summary>Fills the span from <paramref name="offset"/> on; the caller has compared with <see cref="Length"/> first.</summary>
    public void Read(long offset, Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - destination.Length);
        ReadCore(offset, destination);
    }

    /// <summary>Where a byte of the region lies in memory, and what holds that memory; null where it lies nowhere as it is.</summary>
    public virtual (SafeBuffer Owner, nint Address)? Memory(long offset) => null;

    protected abstract void ReadCore(long offset, Span<byte> destination);
}
