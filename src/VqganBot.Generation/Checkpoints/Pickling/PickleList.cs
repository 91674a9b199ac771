namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>A Python list or set: for reading weights the two are the same.</summary>
internal sealed class PickleList
{
    public List<object?> Items { get; } = [];
}
