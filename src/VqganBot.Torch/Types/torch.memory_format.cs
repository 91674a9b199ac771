namespace TorchSharp;

public static partial class torch
{
    /// <summary>In which order the elements of a picture [N, C, H, W] lie; numbered as libtorch numbers them.</summary>
    public enum memory_format
    {
        contiguous_format = 0,
        preserve_format = 1,

        /// <summary>All channels of a pixel together, as convolutions on tensor cores want them.</summary>
        channels_last = 2,
    }
}
