namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>An object of a class we do not build: a bag that keeps what the file says about it and does nothing.</summary>
internal sealed class PickleInstance(PickleGlobal? type)
{
    /// <value>The name of its class, or null where the file computes even that.</value>
    public PickleGlobal? Type { get; } = type;

    /// <value>What BUILD hands over: for a TorchScript module, the dictionary of its attributes.</value>
    public object? State { get; set; }

    /// <value>The pairs that a subclass of dict was given.</value>
    public PickleDictionary Entries { get; } = new();
}
