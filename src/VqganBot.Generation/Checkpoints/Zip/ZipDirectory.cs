using System.Buffers.Binary;
using System.Text;
using VqganBot.Generation.Checkpoints.Storage;

namespace VqganBot.Generation.Checkpoints.Zip;

/// <summary>
/// The entries of a zip archive with the place of their bytes, so that a stored tensor is read where it lies.
/// (System.IO.Compression does not tell where an entry's bytes begin.) Checksums are not compared: PyTorch does not
/// either, and can be told to write files without them.
/// </summary>
internal sealed class ZipDirectory
{
    private const int CentralLength = 46;
    private const int LocalLength = 30;
    private const long LongestDirectory = 64 << 20;
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private readonly MappedFile _file;
    private readonly Dictionary<string, ZipEntry> _entries = new(StringComparer.Ordinal);

    private ZipDirectory(MappedFile file) => _file = file;

    public IEnumerable<string> Names => _entries.Keys;

    public static ZipDirectory Read(MappedFile file)
    {
        var directory = new ZipDirectory(file);
        var end = ZipEndRecord.Find(file);
        if (end.DirectoryLength > LongestDirectory || end.EntryCount < 0 || end.EntryCount > end.DirectoryLength / CentralLength)
            throw directory.Fault(null, $"its directory claims {end.EntryCount} entries in {end.DirectoryLength} bytes, which cannot be");
        directory.ReadEntries(file.ReadBytes(end.DirectoryOffset, (int)end.DirectoryLength), end);
        directory.RefuseOverlaps();
        return directory;
    }

    public ZipEntry? Find(string name) => _entries.GetValueOrDefault(name);

    public DataRegion Open(ZipEntry entry) => entry.IsDeflated
        ? new DeflatedRegion(_file, entry.Name, entry.DataOffset, entry.StoredLength, entry.Length)
        : new FileRegion(_file, entry.DataOffset, entry.Length);

    private void ReadEntries(byte[] directory, ZipEndRecord end)
    {
        var at = 0;
        for (var count = 0L; count < end.EntryCount; count++)
        {
            var record = directory.AsSpan(at);
            if (record.Length < CentralLength || BinaryPrimitives.ReadUInt32LittleEndian(record) != 0x02014b50)
                throw Fault(null, $"entry {count + 1} of {end.EntryCount} is missing in its directory");
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(record[28..]);
            var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(record[30..]);
            var length = CentralLength + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(record[32..]);
            if (record.Length < length)
                throw Fault(null, $"entry {count + 1} of {end.EntryCount} is cut off in its directory");
            var nameBytes = record.Slice(CentralLength, nameLength);
            var entry = ReadEntry(record, nameBytes, record.Slice(CentralLength + nameLength, extraLength), end.DirectoryOffset);
            if (!_entries.TryAdd(entry.Name, entry))
                throw Fault(entry.Name, "two entries have this name");
            at += length;
        }
    }

    private ZipEntry ReadEntry(ReadOnlySpan<byte> record, ReadOnlySpan<byte> nameBytes, ReadOnlySpan<byte> extra, long directoryOffset)
    {
        var name = ReadName(nameBytes);
        if ((BinaryPrimitives.ReadUInt16LittleEndian(record[8..]) & 1) != 0)
            throw Fault(name, "the entry is encrypted");
        var method = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        if (method is not (0 or 8))
            throw Fault(name, $"the entry is compressed by method {method}; stored (0) and deflated (8) are read");

        long stored = BinaryPrimitives.ReadUInt32LittleEndian(record[20..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(record[24..]);
        long header = BinaryPrimitives.ReadUInt32LittleEndian(record[42..]);
        ReadZip64(name, extra, ref size, ref stored, ref header);
        if (size < 0 || stored < 0 || header < 0 || header > directoryOffset - LocalLength || (method == 0 && size != stored))
            throw Fault(name, $"the entry's sizes {size} and {stored} or its place {header} do not fit the file");

        ReadOnlySpan<byte> local = _file.ReadBytes(header, LocalLength);
        var localNameLength = BinaryPrimitives.ReadUInt16LittleEndian(local[26..]);
        var data = header + LocalLength + localNameLength + BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(local) != 0x04034b50 || localNameLength != nameBytes.Length
            || data > directoryOffset || stored > directoryOffset - data
            || !nameBytes.SequenceEqual(_file.ReadBytes(header + LocalLength, localNameLength)))
            throw Fault(name, $"the entry's {stored} bytes are not where the directory says: the file is cut off or damaged");
        return new ZipEntry(name, header, data, stored, size, method == 8);
    }

    /// <summary>APPNOTE.TXT 4.5.3: eight bytes for each of the three fields that are full, in this order.</summary>
    private void ReadZip64(string name, ReadOnlySpan<byte> extra, ref long size, ref long stored, ref long header)
    {
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
                break;
            if (id == 1)
            {
                var fields = extra.Slice(4, length);
                Take(ref size, ref fields);
                Take(ref stored, ref fields);
                Take(ref header, ref fields);
                return;
            }

            extra = extra[(4 + length)..];
        }

        void Take(ref long field, ref ReadOnlySpan<byte> fields)
        {
            if (field != uint.MaxValue)
                return;
            if (fields.Length < 8)
                throw Fault(name, "the entry's zip64 sizes are cut off");
            field = BinaryPrimitives.ReadInt64LittleEndian(fields);
            fields = fields[8..];
        }
    }

    private string ReadName(ReadOnlySpan<byte> bytes)
    {
        string name;
        try
        {
            name = Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new CheckpointException(_file.Path, null, "an entry's name is not UTF-8", fault);
        }

        // Nothing is ever unpacked to the disk, but an archive with such names was not made by PyTorch.
        var isFolder = name.EndsWith('/');
        var parts = (isFolder ? name[..^1] : name).Split('/');
        if (name.AsSpan().IndexOfAny('\\', ':', '\0') >= 0 || Array.Exists(parts, part => part is "" or "." or ".."))
            throw Fault(name, "the entry's name is not a plain relative path");
        return name;
    }

    private void RefuseOverlaps()
    {
        var end = 0L;
        foreach (var entry in _entries.Values.OrderBy(entry => entry.HeaderOffset))
        {
            if (entry.HeaderOffset < end)
                throw Fault(entry.Name, "the entry lies on top of another one");
            end = entry.DataOffset + entry.StoredLength;
        }
    }

    private CheckpointException Fault(string? entry, string fault) => new(_file.Path, entry, fault);
}
