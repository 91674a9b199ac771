using TorchSharp;

namespace VqganBot.Generation.Checkpoints;

/// <summary>What a checkpoint says about one of its tensors; the numbers themselves stay in the file.</summary>
public sealed record TensorInfo(string Key, torch.ScalarType Type, long[] Shape)
{
    /// <value>The number of elements; a reader has made sure that it does not overflow.</value>
    public long ElementCount
    {
        get
        {
            if (Array.IndexOf(Shape, 0) >= 0)
                return 0;
            var count = 1L;
            foreach (var size in Shape)
                count = checked(count * size);
            return count;
        }
    }

    /// <value>The bytes that the tensor takes when it is contiguous.</value>
    public long ByteCount => checked(ElementCount * TensorTypes.SizeOf(Type));

    /// <value>The shape as PyTorch prints it, for example [64, 3, 8, 8].</value>
    public string ShapeText => $"[{string.Join(", ", Shape)}]";
}
