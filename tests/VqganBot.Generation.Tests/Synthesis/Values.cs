using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

internal static class Values
{
    public static float[] Of(Tensor tensor) => tensor.detach().contiguous().view(-1).data<float>().ToArray();
}
