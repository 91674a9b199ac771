namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>A Python tuple.</summary>
internal sealed class PickleTuple(object?[] items)
{
    public static PickleTuple Empty { get; } = new([]);

    public object?[] Items { get; } = items;
}
