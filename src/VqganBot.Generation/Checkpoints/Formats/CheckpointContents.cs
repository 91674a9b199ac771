using VqganBot.Generation.Checkpoints.Storage;

namespace VqganBot.Generation.Checkpoints.Formats;

/// <summary>What a reader found in a file.</summary>
internal sealed record CheckpointContents(string Format, IReadOnlyList<StoredTensor> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>More tensors than any network has; it bounds the work a small hostile file can ask for.</summary>
    public const int MostTensors = 100_000;

    /// <summary>A key is a path of attribute names; the longest in use are about 100 characters.</summary>
    public const int LongestKey = 1024;
}
