using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace VqganBot.Generation.Checkpoints.Storage;

/// <summary>A checkpoint mapped into memory: only the pages that are asked for are ever read from the disk.</summary>
/// <remarks>
/// Weights may be used where they lie here (<see cref="Memory"/>), so the file must not be changed in place while it is in use:
/// where it were cut short, the system would end the process. Whoever replaces weights writes a new file and renames it, as the
/// installer and the trainers do. What is written into the memory stays in it: the mapping is private.
/// </remarks>
internal sealed class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;

    private MappedFile(string path, long length, MemoryMappedFile map, MemoryMappedViewAccessor view)
    {
        Path = path;
        Length = length;
        _map = map;
        _view = view;
    }

    public string Path { get; }

    public long Length { get; }

    public static MappedFile Open(string path)
    {
        if (Directory.Exists(path))
            throw new CheckpointException(path, null, "it is a folder, where a file of weights was expected");
        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            // Pipes and devices say length 0 as well, and cannot be mapped.
            if (stream.Length == 0)
                throw new CheckpointException(path, null, "it is empty, where a file of weights was expected");
            var length = stream.Length;
            var map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.CopyOnWrite, HandleInheritability.None, leaveOpen: false);
            stream = null; // the map closes it from here on
            return new MappedFile(path, length, map, map.CreateViewAccessor(0, length, MemoryMappedFileAccess.CopyOnWrite));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            var reason = fault is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : $"it cannot be opened ({fault.Message.TrimEnd('.')})";
            throw new CheckpointException(path, null, reason, fault);
        }
        finally
        {
            stream?.Dispose();
        }
    }

    public void Read(long offset, Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - destination.Length);
        SafeMemoryMappedViewHandle handle = _view.SafeMemoryMappedViewHandle;
        var start = (ulong)(_view.PointerOffset + offset);
        // ReadSpan copies element by element, so the elements are made as large as a page.
        var pages = MemoryMarshal.Cast<byte, Page>(destination);
        handle.ReadSpan(start, pages);
        var done = pages.Length * Page.Bytes;
        handle.ReadSpan(start + (ulong)done, destination[done..]);
    }

    /// <summary>Where a byte of the file lies; the owner must be held for as long as the memory is used, and may be disposed before.</summary>
    public (SafeBuffer Owner, nint Address) Memory(long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length);
        var handle = _view.SafeMemoryMappedViewHandle;
        return (handle, handle.DangerousGetHandle() + (nint)(_view.PointerOffset + offset));
    }

    public byte[] ReadBytes(long offset, int count)
    {
        var bytes = new byte[count];
        Read(offset, bytes);
        return bytes;
    }

    public Stream OpenStream(long offset, long length) => _map.CreateViewStream(offset, length, MemoryMappedFileAccess.Read);

    public void Dispose()
    {
        _view.Dispose();
        _map.Dispose();
    }

    [InlineArray(Bytes)]
    private struct Page
    {
        public const int Bytes = 4096;

        private byte _first;
    }
}
