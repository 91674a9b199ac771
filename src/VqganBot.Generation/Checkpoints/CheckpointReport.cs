namespace VqganBot.Generation.Checkpoints;

/// <summary>What `models inspect` shows of a file.</summary>
/// <param name="File">The path.</param>
/// <param name="Format">safetensors, PyTorch zip, PyTorch stream or TorchScript.</param>
/// <param name="FileLength">Bytes on the disk.</param>
/// <param name="Kind">The network it seems to belong to.</param>
/// <param name="Description">The same in words, with the dimensions that the shapes tell.</param>
/// <param name="Tensors">Every tensor, sorted by key.</param>
/// <param name="ElementCount">Numbers in all tensors together.</param>
/// <param name="ByteCount">Bytes of all tensors together.</param>
/// <param name="Metadata">Texts and numbers beside the weights.</param>
public sealed record CheckpointReport(
    string File,
    string Format,
    long FileLength,
    CheckpointKind Kind,
    string Description,
    IReadOnlyList<TensorInfo> Tensors,
    long ElementCount,
    long ByteCount,
    IReadOnlyDictionary<string, string> Metadata);
