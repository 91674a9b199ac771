namespace TorchSharp;

/// <summary>What stands in one place of a tensor's brackets.</summary>
internal enum IndexKind
{
    Number,
    Slice,
    Ellipsis,
    NewDimension,
    Tensor,
}
