using System.Buffers.Binary;
using VqganBot.Generation.Checkpoints.Storage;

namespace VqganBot.Generation.Checkpoints.Zip;

/// <summary>Finds the central directory from the end of the file (APPNOTE.TXT 4.3.14 to 4.3.16), for archives above 4 GB too.</summary>
internal sealed record ZipEndRecord(long DirectoryOffset, long DirectoryLength, long EntryCount)
{
    private const int EndLength = 22;
    private const int LocatorLength = 20;
    private const int End64Length = 56;
    private const int LongestComment = ushort.MaxValue;

    public static ZipEndRecord Find(MappedFile file)
    {
        var tailLength = (int)Math.Min(file.Length, EndLength + LongestComment);
        var tail = file.ReadBytes(file.Length - tailLength, tailLength);
        for (var at = tailLength - EndLength; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            // The comment must end with the file, so that a record inside a comment does not count.
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) == 0x06054b50 && BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) == record.Length - EndLength)
                return Read(file, file.Length - tailLength + at, record);
        }

        throw new CheckpointException(file.Path, null, "it begins as a zip archive, but the archive's directory is missing at its end: the file is cut off");
    }

    private static ZipEndRecord Read(MappedFile file, long position, ReadOnlySpan<byte> record)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(record[4..]) is not (0 or uint.MaxValue))
            throw new CheckpointException(file.Path, null, "it is one part of an archive in several parts, and only whole archives are read");
        var found = Read64(file, position) ?? new ZipEndRecord(
            BinaryPrimitives.ReadUInt32LittleEndian(record[16..]),
            BinaryPrimitives.ReadUInt32LittleEndian(record[12..]),
            BinaryPrimitives.ReadUInt16LittleEndian(record[10..]));
        if (found.DirectoryOffset < 0 || found.DirectoryLength < 0 || found.DirectoryOffset > position || found.DirectoryLength > position - found.DirectoryOffset)
            throw new CheckpointException(file.Path, null, $"its directory of {found.DirectoryLength} bytes at {found.DirectoryOffset} does not lie inside the file of {file.Length} bytes");
        return found;
    }

    private static ZipEndRecord? Read64(MappedFile file, long position)
    {
        if (position < LocatorLength)
            return null;
        ReadOnlySpan<byte> locator = file.ReadBytes(position - LocatorLength, LocatorLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != 0x07064b50)
            return null;
        var offset = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        if (offset < 0 || offset > position - LocatorLength - End64Length)
            throw new CheckpointException(file.Path, null, $"its zip64 record at {offset} does not lie inside the file");
        ReadOnlySpan<byte> record = file.ReadBytes(offset, End64Length);
        if (BinaryPrimitives.ReadUInt32LittleEndian(record) != 0x06064b50)
            throw new CheckpointException(file.Path, null, "its zip64 record is not where the file says");
        return new ZipEndRecord(
            BinaryPrimitives.ReadInt64LittleEndian(record[48..]),
            BinaryPrimitives.ReadInt64LittleEndian(record[40..]),
            BinaryPrimitives.ReadInt64LittleEndian(record[32..]));
    }
}
