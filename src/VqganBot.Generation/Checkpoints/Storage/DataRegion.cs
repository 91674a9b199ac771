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

    protected abstract void ReadCore(long offset, Span<byte> destination);
}
