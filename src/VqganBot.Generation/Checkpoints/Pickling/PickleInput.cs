using System.Buffers.Binary;
using System.Text;
using VqganBot.Generation.Checkpoints.Storage;

namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>Reads a pickle's bytes one after the other; every count is compared with what is left before anything is allocated.</summary>
internal sealed class PickleInput(DataRegion data, long position, string name)
{
    private readonly byte[] _buffer = new byte[8192];
    private readonly long _end = data.Length;
    private long _budget = PickleLimits.Bytes;
    private int _operations = PickleLimits.Operations;
    private int _used;
    private int _filled;
    private long _next = position;

    /// <value>Where the next byte lies in the region.</value>
    public long Position => _next - (_filled - _used);

    public long Remaining => _end - Position;

    public CheckpointException Fault(string fault) => new(data.File, name, $"{fault} (at byte {Position} of the pickle)");

    /// <summary>Counts work done on behalf of the file, and stops a file that asks for too much of it.</summary>
    public void Charge(int operations)
    {
        if (operations > _operations)
            throw Fault($"it asks for more than {PickleLimits.Operations} operations, more than any checkpoint needs");
        _operations -= operations;
    }

    public byte ReadByte()
    {
        if (_used == _filled)
            Fill();
        return _buffer[_used++];
    }

    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(ReadSmall(stackalloc byte[2]));

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(ReadSmall(stackalloc byte[4]));

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(ReadSmall(stackalloc byte[4]));

    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(ReadSmall(stackalloc byte[8]));

    public double ReadDoubleBigEndian() => BinaryPrimitives.ReadDoubleBigEndian(ReadSmall(stackalloc byte[8]));

    public byte[] ReadBytes(ulong count, int limit = PickleLimits.StringBytes)
    {
        if (count > (ulong)Remaining)
            throw Fault($"a value of {count} bytes begins where {Remaining} are left: the file is cut off or damaged");
        if (count > (ulong)limit)
            throw Fault($"a value of {count} bytes is longer than the {limit} that a checkpoint may have");
        var bytes = new byte[(int)count];
        ReadSmall(bytes);
        return bytes;
    }

    /// <summary>Reads up to a line feed, which is taken and not returned.</summary>
    public string ReadLine()
    {
        var line = new List<byte>(64);
        for (var next = ReadByte(); next != (byte)'\n'; next = ReadByte())
        {
            if (line.Count == PickleLimits.LineBytes)
                throw Fault($"a line is longer than {PickleLimits.LineBytes} bytes");
            line.Add(next);
        }

        if (line.Count > 0 && line[^1] == (byte)'\r')
            line.RemoveAt(line.Count - 1);
        return Encoding.UTF8.GetString(line.ToArray());
    }

    private Span<byte> ReadSmall(Span<byte> destination)
    {
        for (var done = 0; done < destination.Length;)
        {
            if (_used == _filled)
                Fill();
            var part = Math.Min(destination.Length - done, _filled - _used);
            _buffer.AsSpan(_used, part).CopyTo(destination[done..]);
            _used += part;
            done += part;
        }

        return destination;
    }

    private void Fill()
    {
        var count = (int)Math.Min(Math.Min(_buffer.Length, _end - _next), _budget);
        if (count <= 0)
            throw Fault(_budget <= 0 ? $"it is longer than the {PickleLimits.Bytes} bytes that are read" : "it ends in the middle of a value: the file is cut off or damaged");
        data.Read(_next, _buffer.AsSpan(0, count));
        _next += count;
        _budget -= count;
        _used = 0;
        _filled = count;
    }
}
