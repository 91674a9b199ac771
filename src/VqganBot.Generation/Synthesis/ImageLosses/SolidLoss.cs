using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>How much of a transparent picture is solid (pixray's transparent_weight): only what a prompt needs shall stay.</summary>
internal sealed class SolidLoss(double weight) : IImageLoss
{
    public Tensor Of(Tensor image) => image.narrow(1, 3, 1).mean() * weight;
}
