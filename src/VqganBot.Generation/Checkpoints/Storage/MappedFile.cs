using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace VqganBot.Generation.Checkpoints.Storage;

/// <summary>A checkpoint mapped into memory for reading: only the pages that are asked for are ever read from the disk.</summary>
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
            var map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            stream = null; // the map closes it from here on
            return new MappedFile(path, length, map, map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read));
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
        // ReadSpan copies element by element: in pieces of 16 bytes it takes a fifth of the time that it takes byte by byte.
        var wide = MemoryMarshal.Cast<byte, Int128>(destination);
        handle.ReadSpan(start, wide);
        var done = wide.Length * 16;
        handle.ReadSpan(start + (ulong)done, destination[done..]);
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
}
