namespace VqganBot.Generation.Checkpoints;

/// <summary>Describes a file of weights without loading it.</summary>
public static class CheckpointInspector
{
    /// <summary>Opens the file, lists its tensors and guesses what they are.</summary>
    /// <exception cref="CheckpointException">The file cannot be read.</exception>
    public static CheckpointReport Inspect(string path)
    {
        using var checkpoint = Checkpoint.Open(path);
        return Inspect(checkpoint);
    }

    /// <summary>Describes a file that is already open.</summary>
    public static CheckpointReport Inspect(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        TensorInfo[] tensors = [.. checkpoint.Tensors.Values.OrderBy(tensor => tensor.Key, StringComparer.Ordinal)];
        var (kind, description) = CheckpointGuess.Of(checkpoint.Tensors);
        // Views of one storage count each, so that a hostile file could make the sums too large to hold: they stop at the end of the range.
        return new CheckpointReport(
            checkpoint.File, checkpoint.Format, checkpoint.FileLength, kind, description, tensors,
            Sum(tensors, tensor => tensor.ElementCount), Sum(tensors, tensor => tensor.ByteCount), checkpoint.Metadata);
    }

    private static long Sum(TensorInfo[] tensors, Func<TensorInfo, long> size)
    {
        Int128 sum = 0;
        foreach (var tensor in tensors)
            sum += size(tensor);
        return (long)Int128.Min(sum, long.MaxValue);
    }
}
