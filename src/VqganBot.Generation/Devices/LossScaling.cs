using static TorchSharp.torch;

namespace VqganBot.Generation.Devices;

/// <summary>
/// float16 has too few small numbers for gradients: losses are scaled up before the way back and the latent's gradient down
/// after it. The rule at the clamp between looks at signs only, so it does not mind.
/// </summary>
internal readonly record struct LossScaling(double Scale)
{
    public Tensor Do(Tensor loss) => Scale == 1 ? loss : loss * Scale;

    public Tensor Undo(Tensor gradient) => Scale == 1 ? gradient : gradient / Scale;
}
