using VqganBot.Generation.Checkpoints.Storage;

namespace VqganBot.Tests.Checkpoints;

/// <summary>Bytes that a test made up, as a region of a file.</summary>
internal sealed class MemoryRegion(byte[] bytes) : DataRegion
{
    public override string File => "made-up";

    public override long Length => bytes.Length;

    protected override void ReadCore(long offset, Span<byte> destination) => bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);
}
