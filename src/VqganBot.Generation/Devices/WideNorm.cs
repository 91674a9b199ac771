using static TorchSharp.torch;

namespace VqganBot.Generation.Devices;

internal static class WideNorm
{
    /// <summary>
    /// Normalises in float32 whatever <paramref name="x"/> is in, and gives it back in that format, since what follows keeps its
    /// input for the way back. Not left to autocast, which on the CPU of libtorch 1.13 throws here. float32 passes untouched.
    /// </summary>
    public static Tensor Wide(this nn.Module<Tensor, Tensor> norm, Tensor x) => norm.call(x.to(float32)).to(x.dtype);
}
