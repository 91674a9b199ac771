using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;
using VqganBot.Imaging;

namespace VqganBot.Training.Data.Folder;

/// <summary>
/// The prepared pictures of a folder in one raw file, so that no epoch decodes again: a header, the pixels of all pictures,
/// and an index of where each lies, how large it is and what it was called.
/// </summary>
internal sealed class PictureCache : IDisposable
{
    private const int HeaderBytes = 64;

    private readonly SafeFileHandle _file;
    private readonly Entry[] _entries;

    private PictureCache(SafeFileHandle file, Entry[] entries)
    {
        _file = file;
        _entries = entries;
    }

    public int Count => _entries.Length;

    public string Name(int index) => _entries[index].Name;

    public (int Width, int Height) Size(int index) => (_entries[index].Width, _entries[index].Height);

    /// <summary>Reads whole rows of a picture, as many as <paramref name="rows"/> takes.</summary>
    public void ReadRows(int index, int firstRow, Span<byte> rows)
    {
        var entry = _entries[index];
        var read = RandomAccess.Read(_file, rows, entry.Offset + ((long)firstRow * entry.Width * 3));
        if (read != rows.Length)
            throw new EndOfStreamException($"The prepared picture '{entry.Name}' could not be read: {read} of {rows.Length} bytes were there.");
    }

    /// <summary>Opens the file if it holds what the fingerprint asks for; null: there is none, or an older one, or half of one.</summary>
    public static PictureCache? TryOpen(string path, byte[] fingerprint)
    {
        if (!File.Exists(path))
            return null;
        var file = File.OpenHandle(path, options: FileOptions.RandomAccess);
        if (ReadIndex(file, fingerprint) is { } entries)
            return new PictureCache(file, entries);
        file.Dispose();
        return null;
    }

    /// <summary>Writes pictures as they come; the file appears when it is complete.</summary>
    public static void Write(string path, byte[] fingerprint, IEnumerable<(string Name, Rgb24Image Picture)> pictures)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var part = path + ".part";
        using (var writer = new BinaryWriter(File.Create(part), Encoding.UTF8))
        {
            writer.Write(new byte[HeaderBytes]);
            var entries = new List<Entry>();
            foreach (var (name, picture) in pictures)
            {
                entries.Add(new Entry(writer.BaseStream.Position, picture.Width, picture.Height, name));
                writer.Write(picture.Pixels);
            }

            var index = writer.BaseStream.Position;
            foreach (var entry in entries)
                entry.Write(writer);
            writer.Flush();
            writer.BaseStream.Position = 0;
            writer.Write(Magic);
            writer.Write(entries.Count);
            writer.Write(index);
            writer.Write(fingerprint);
        }

        File.Move(part, path, overwrite: true);
    }

    public void Dispose() => _file.Dispose();

    private static ReadOnlySpan<byte> Magic => "PICSET01"u8;

    private static Entry[]? ReadIndex(SafeFileHandle file, byte[] fingerprint)
    {
        var header = new byte[HeaderBytes];
        if (RandomAccess.Read(file, header, 0) != HeaderBytes || !header.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            return null;
        var count = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(Magic.Length));
        var index = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(Magic.Length + sizeof(int)));
        if (!header.AsSpan(Magic.Length + sizeof(int) + sizeof(long), fingerprint.Length).SequenceEqual(fingerprint))
            return null;
        // A fingerprint that fits was written by this class in one piece: what follows is as it wrote it.
        var bytes = new byte[RandomAccess.GetLength(file) - index];
        RandomAccess.Read(file, bytes, index);
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var entries = new Entry[count];
        for (var i = 0; i < count; i++)
            entries[i] = Entry.Read(reader);
        return entries;
    }

    private sealed record Entry(long Offset, int Width, int Height, string Name)
    {
        public void Write(BinaryWriter writer)
        {
            writer.Write(Offset);
            writer.Write(Width);
            writer.Write(Height);
            writer.Write(Name);
        }

        public static Entry Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadString());
    }
}
