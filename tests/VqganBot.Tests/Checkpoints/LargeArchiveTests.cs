using System.Text;
using VqganBot.Generation.Checkpoints;

namespace VqganBot.Tests.Checkpoints;

public sealed class LargeArchiveTests : IDisposable
{
    private const long StorageLength = 5L << 30;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Open_ArchiveAboveFourGigabytes_ReadsFromItsFarEnd()
    {
        // Four floats at the end of a storage of 5 GB; the file is sparse and takes a few KB of the disk.
        var elements = StorageLength / 4;
        var path = WriteArchive(MadePickle.OneTensor(offset: $"L{elements - 4}L\n", elements: $"L{elements}L\n"));
        using var checkpoint = Checkpoint.Open(path);
        var bytes = new byte[16];
        checkpoint.CopyTo("w", bytes);
        Assert.Equal("0123456789abcdef", Encoding.ASCII.GetString(bytes));
    }

    private string WriteArchive(byte[] pickle)
    {
        var path = _folder.Path("large.pt");
        using var file = new FileStream(path, FileMode.Create);
        using var writer = new BinaryWriter(file);
        WriteHeader(writer, 0x04034b50, "large/data/0", StorageLength, null);
        file.Position += StorageLength - 16;
        writer.Write("0123456789abcdef"u8);
        var pickleHeader = file.Position;
        WriteHeader(writer, 0x04034b50, "large/data.pkl", pickle.Length, null);
        writer.Write(pickle);

        var directory = file.Position;
        WriteHeader(writer, 0x02014b50, "large/data/0", StorageLength, 0);
        WriteHeader(writer, 0x02014b50, "large/data.pkl", pickle.Length, pickleHeader);
        var end = file.Position;
        // The zip64 record, its locator, and the old record with everything full (APPNOTE.TXT 4.3.14 to 4.3.16).
        writer.Write(0x06064b50);
        writer.Write(44L);
        writer.Write((ushort)45);
        writer.Write((ushort)45);
        writer.Write(0L);
        foreach (var number in (long[])[2, 2, end - directory, directory])
            writer.Write(number);
        writer.Write(0x07064b50);
        writer.Write(0);
        writer.Write(end);
        writer.Write(1);
        writer.Write(0x06054b50);
        writer.Write(0);
        writer.Write(-1);
        writer.Write(-1L);
        writer.Write((ushort)0);
        return path;
    }

    private static void WriteHeader(BinaryWriter writer, int signature, string name, long length, long? header)
    {
        var central = header is not null;
        writer.Write(signature);
        if (central)
            writer.Write((ushort)45);
        writer.Write((ushort)45);
        writer.Write(0);
        writer.Write(0);
        writer.Write(0);
        writer.Write(-1L);
        writer.Write((ushort)name.Length);
        writer.Write((ushort)(central ? 28 : 20));
        if (central)
        {
            writer.Write((ushort)0);
            writer.Write(0);
            writer.Write(0);
            writer.Write(-1);
        }

        writer.Write(Encoding.ASCII.GetBytes(name));
        writer.Write((ushort)1);
        writer.Write((ushort)(central ? 24 : 16));
        writer.Write(length);
        writer.Write(length);
        if (header is { } offset)
            writer.Write(offset);
    }

    public void Dispose() => _folder.Dispose();
}
