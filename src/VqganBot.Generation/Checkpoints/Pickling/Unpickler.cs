using System.Globalization;
using System.Numerics;
using System.Text;

namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>
/// Reads one pickle of protocol 0 to 5 (Python's Lib/pickletools.py describes every operation) into numbers, strings,
/// lists, dictionaries and tensor descriptions. No class is looked up and no code of the file can run: see <see cref="PickleFactory"/>.
/// It is a loop over a stack, so nesting costs no stack of ours.
/// </summary>
internal sealed class Unpickler
{
    private readonly PickleInput _input;
    private readonly PickleStack _stack;
    private readonly Dictionary<uint, object?> _memo = [];

    public Unpickler(PickleInput input)
    {
        _input = input;
        _stack = new PickleStack(input);
    }

    /// <value>Every storage that was mentioned, in order, whether a tensor uses it or not.</value>
    public List<PickleStorage> Storages { get; } = [];

    /// <summary>Reads up to the operation STOP and returns the one value that is left.</summary>
    public object? Load()
    {
        while (true)
        {
            _input.Charge(1);
            var operation = _input.ReadByte();
            if (operation == (byte)'.')
                return _stack.Pop();
            if (!Scalar(operation) && !Text(operation) && !Container(operation) && !Memo(operation) && !Object(operation))
                throw _input.Fault($"0x{operation:x2} is no operation that a checkpoint needs");
        }
    }

    private bool Scalar(byte operation)
    {
        switch (operation)
        {
            case 0x80: // PROTO
                if (_input.ReadByte() is var protocol and > 5)
                    throw _input.Fault($"it is written in pickle protocol {protocol}, and 0 to 5 are read");
                return true;
            case 0x95: // FRAME: a hint for buffering; the bytes follow in any case
                if (_input.ReadUInt64() > (ulong)_input.Remaining)
                    throw _input.Fault("a frame is longer than the file");
                return true;
            case (byte)'N': return Push(null);
            case 0x88: return Push(true);
            case 0x89: return Push(false);
            case (byte)'K': return Push((long)_input.ReadByte());
            case (byte)'M': return Push((long)_input.ReadUInt16());
            case (byte)'J': return Push((long)_input.ReadInt32());
            case 0x8a: return Push(Integer(_input.ReadByte())); // LONG1
            case 0x8b: return Push(Integer(_input.ReadUInt32())); // LONG4
            case (byte)'G': return Push(_input.ReadDoubleBigEndian());
            case (byte)'I':
                var line = _input.ReadLine();
                return Push(line switch { "00" => false, "01" => true, _ => Decimal(line) });
            case (byte)'L': return Push(Decimal(_input.ReadLine().TrimEnd('L')));
            case (byte)'F':
                return double.TryParse(_input.ReadLine(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? Push(number)
                    : throw _input.Fault("a decimal number is none");
            default: return false;
        }
    }

    private bool Text(byte operation) => operation switch
    {
        (byte)'X' => Push(Utf8(_input.ReadUInt32())), // BINUNICODE
        0x8c => Push(Utf8(_input.ReadByte())), // SHORT_BINUNICODE
        0x8d => Push(Utf8(_input.ReadUInt64())), // BINUNICODE8
        (byte)'T' => Push(Utf8(_input.ReadUInt32())), // BINSTRING: the str of Python 2, as torch.load decodes it
        (byte)'U' => Push(Utf8(_input.ReadByte())), // SHORT_BINSTRING
        (byte)'S' => Push(PickleText.Literal(_input.ReadLine()) ?? throw _input.Fault("a string is not quoted as it should be")),
        (byte)'V' => Push(PickleText.RawUnicodeEscape(_input.ReadLine()) ?? throw _input.Fault("a string has a broken escape")),
        (byte)'B' => Push(_input.ReadBytes(_input.ReadUInt32())), // BINBYTES
        (byte)'C' => Push(_input.ReadBytes(_input.ReadByte())), // SHORT_BINBYTES
        0x8e or 0x96 => Push(_input.ReadBytes(_input.ReadUInt64())), // BINBYTES8, BYTEARRAY8
        _ => false,
    };

    private bool Container(byte operation)
    {
        switch (operation)
        {
            case (byte)'(': _stack.Mark(); return true;
            case (byte)'0': // POP takes a mark where one is on top
                if (_stack.HasValueAboveMark)
                    _stack.Pop();
                else
                    _stack.PopToMark();
                return true;
            case (byte)'1': _stack.PopToMark(); return true;
            case (byte)'2': return Push(_stack.Peek());
            case (byte)')': return Push(PickleTuple.Empty);
            case (byte)'t': return Push(new PickleTuple(_stack.PopToMark()));
            case 0x85 or 0x86 or 0x87: return Push(_stack.PopAsTuple(operation - 0x84));
            case (byte)']' or 0x8f: return Push(new PickleList()); // EMPTY_LIST, EMPTY_SET
            case (byte)'l' or 0x91: return Push(Filled(_stack.PopToMark())); // LIST, FROZENSET
            case (byte)'a': return Append([_stack.Pop()]);
            case (byte)'e' or 0x90: return Append(_stack.PopToMark()); // APPENDS, ADDITEMS
            case (byte)'}': return Push(new PickleDictionary());
            case (byte)'d':
                var items = _stack.PopToMark();
                Push(new PickleDictionary());
                return SetItems(items);
            case (byte)'s': return SetItems(_stack.PopAsTuple(2).Items);
            case (byte)'u': return SetItems(_stack.PopToMark());
            default: return false;
        }
    }

    private bool Memo(byte operation)
    {
        switch (operation)
        {
            case (byte)'q': _memo[_input.ReadByte()] = _stack.Peek(); return true;
            case (byte)'r': _memo[_input.ReadUInt32()] = _stack.Peek(); return true;
            case (byte)'p': _memo[MemoIndex()] = _stack.Peek(); return true;
            case 0x94: _memo[(uint)_memo.Count] = _stack.Peek(); return true; // MEMOIZE
            case (byte)'h': return Push(Recall(_input.ReadByte()));
            case (byte)'j': return Push(Recall(_input.ReadUInt32()));
            case (byte)'g': return Push(Recall(MemoIndex()));
            default: return false;
        }
    }

    private bool Object(byte operation)
    {
        switch (operation)
        {
            case (byte)'c': return Push(PickleFactory.Global(_input.ReadLine(), _input.ReadLine(), _input));
            case 0x93: // STACK_GLOBAL
                var names = _stack.PopAsTuple(2).Items;
                return names is [string module, string name]
                    ? Push(PickleFactory.Global(module, name, _input))
                    : throw _input.Fault("a class is named by something that is no text");
            case 0x82: return Push(Extension(_input.ReadByte()));
            case 0x83: return Push(Extension(_input.ReadUInt16()));
            case 0x84: return Push(Extension(_input.ReadInt32()));
            case (byte)'R' or 0x81 or 0x92: // REDUCE, NEWOBJ, NEWOBJ_EX
                if (operation == 0x92)
                    _stack.Pop(); // keyword arguments: only foreign classes have them
                var arguments = _stack.PopTuple();
                return Push(PickleFactory.Call(_stack.Pop(), arguments, _input));
            case (byte)'i': // INST
                var type = PickleFactory.Global(_input.ReadLine(), _input.ReadLine(), _input);
                return Push(PickleFactory.Call(type, new PickleTuple(_stack.PopToMark()), _input));
            case (byte)'o': // OBJ
                var parts = _stack.PopToMark();
                return parts.Length > 0
                    ? Push(PickleFactory.Call(parts[0], new PickleTuple(parts[1..]), _input))
                    : throw _input.Fault("an object has no class");
            case (byte)'b': // BUILD: only a bag keeps a state; that of a dictionary or tensor is attributes nobody reads
                var state = _stack.Pop();
                if (_stack.Peek() is PickleInstance instance)
                    instance.State = state;
                return true;
            case (byte)'P': return Push(Persistent(_input.ReadLine()));
            case (byte)'Q': return Push(Persistent(_stack.Pop()));
            default: return false;
        }
    }

    private bool Push(object? value)
    {
        _stack.Push(value);
        return true;
    }

    private string Utf8(ulong count) => Encoding.UTF8.GetString(_input.ReadBytes(count));

    private object Integer(uint count)
    {
        return Narrowed(new BigInteger(_input.ReadBytes(count, PickleLimits.IntegerBytes)));
    }

    private object Decimal(string digits)
    {
        if (digits.Length > PickleLimits.DecimalDigits || !BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw _input.Fault("an integer is none, or is too long");
        return Narrowed(number);
    }

    // The cast to object matters: without it the long would become a BigInteger again.
    private static object Narrowed(BigInteger number) => number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number;

    private uint MemoIndex() =>
        uint.TryParse(_input.ReadLine(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : throw _input.Fault("a memo has no number");

    private object? Recall(uint index) =>
        _memo.TryGetValue(index, out var value) ? value : throw _input.Fault($"it refers to value {index}, which it never kept");

    private static PickleGlobal Extension(int code) => new("copyreg.extension", code.ToString(CultureInfo.InvariantCulture));

    private static PickleList Filled(object?[] items)
    {
        var list = new PickleList();
        list.Items.AddRange(items);
        return list;
    }

    private bool Append(object?[] items)
    {
        if (_stack.Peek() is PickleList list)
            list.Items.AddRange(items);
        else if (_stack.Peek() is not PickleInstance)
            throw _input.Fault("it appends to something that is no list");
        return true;
    }

    private bool SetItems(object?[] items)
    {
        if (items.Length % 2 != 0)
            throw _input.Fault("a dictionary has a key without a value");
        var target = _stack.Peek() switch
        {
            PickleDictionary dictionary => dictionary,
            PickleInstance instance => instance.Entries,
            _ => throw _input.Fault("it sets an entry of something that is no dictionary"),
        };
        for (var index = 0; index < items.Length; index += 2)
            target.Items.Add(new(items[index], items[index + 1]));
        return true;
    }

    private object? Persistent(object? id)
    {
        var value = PickleFactory.Persistent(id, _input);
        if (value is PickleStorage storage)
            Storages.Add(storage);
        return value;
    }
}
