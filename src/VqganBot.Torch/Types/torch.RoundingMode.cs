namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a division does with the fraction; the names are libtorch's.</summary>
    public enum RoundingMode
    {
        None = 0,
        trunc = 1,
        floor = 2,
    }
}
