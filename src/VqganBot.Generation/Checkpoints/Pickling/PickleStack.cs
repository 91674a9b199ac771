namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>The unpickler's stack with its marks; nothing below the newest mark can be taken by accident.</summary>
internal sealed class PickleStack(PickleInput input)
{
    private readonly List<object?> _values = [];
    private readonly List<int> _marks = [];

    private int Floor => _marks.Count == 0 ? 0 : _marks[^1];

    public bool HasValueAboveMark => _values.Count > Floor;

    public void Push(object? value) => _values.Add(value);

    public object? Pop()
    {
        var value = Peek();
        _values.RemoveAt(_values.Count - 1);
        return value;
    }

    public object? Peek() =>
        _values.Count > Floor ? _values[^1] : throw input.Fault("an operation takes a value from an empty stack");

    public PickleTuple PopTuple() => Pop() as PickleTuple ?? throw input.Fault("a call has no tuple of arguments");

    public void Mark()
    {
        if (_marks.Count == PickleLimits.OpenMarks)
            throw input.Fault($"more than {PickleLimits.OpenMarks} values are open inside one another");
        _marks.Add(_values.Count);
    }

    /// <summary>Takes everything above the newest mark, and the mark.</summary>
    public object?[] PopToMark()
    {
        if (_marks.Count == 0)
            throw input.Fault("an operation needs a mark, and none is set");
        var start = Floor;
        var values = _values.GetRange(start, _values.Count - start).ToArray();
        _values.RemoveRange(start, _values.Count - start);
        _marks.RemoveAt(_marks.Count - 1);
        return values;
    }

    /// <summary>Takes the newest N values as a tuple.</summary>
    public PickleTuple PopAsTuple(int count)
    {
        var items = new object?[count];
        for (var index = count - 1; index >= 0; index--)
            items[index] = Pop();
        return new PickleTuple(items);
    }
}
