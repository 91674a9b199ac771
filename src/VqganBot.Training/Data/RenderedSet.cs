using Microsoft.Win32.SafeHandles;
using VqganBot.Training.Toybox;

namespace VqganBot.Training.Data;

/// <summary>
/// Pictures of consecutive seeds in one raw file, 12 KB each after a header. What a picture shows, and its captions,
/// follow from its seed; the header's fingerprint makes sure that the seeds still mean the same world.
/// </summary>
internal sealed class RenderedSet : IPictureSource, IDisposable
{
    public const int PictureBytes = ToyWorld.Size * ToyWorld.Size * 3;

    private readonly SafeFileHandle _file;
    private readonly RenderedSetHeader _header;
    private readonly Dictionary<int, ToyPicture> _pictures = [];

    private RenderedSet(SafeFileHandle file, RenderedSetHeader header)
    {
        _file = file;
        _header = header;
    }

    public int Count => _header.Count;

    public ulong FirstSeed => _header.FirstSeed;

    public int Side => ToyWorld.Size;

    public string Description => $"{Count} pictures of the drawn world, from seed {FirstSeed}";

    public static RenderedSet Open(string path)
    {
        var file = File.OpenHandle(path, options: FileOptions.RandomAccess);
        try
        {
            var header = RenderedSetHeader.Read(file, path);
            return new RenderedSet(file, header);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public ToyPicture Picture(int index)
    {
        lock (_pictures)
        {
            if (!_pictures.TryGetValue(index, out var picture))
                _pictures[index] = picture = ToyWorld.Draw(_header.FirstSeed + (ulong)index);
            return picture;
        }
    }

    /// <summary>Fills <paramref name="pixels"/> with rows of red, green, blue.</summary>
    public void Read(int index, Span<byte> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        var read = RandomAccess.Read(_file, pixels[..PictureBytes], RenderedSetHeader.Bytes + ((long)index * PictureBytes));
        if (read != PictureBytes)
            throw new EndOfStreamException($"Picture {index} of the rendered set could not be read: {read} of {PictureBytes} bytes were there.");
    }

    /// <summary>The drawn world's variety comes from its seeds: every view of a picture is the same.</summary>
    void IPictureSource.Read(int index, ToyRandom? dice, Span<byte> pixels) => Read(index, pixels);

    public void Dispose() => _file.Dispose();
}
