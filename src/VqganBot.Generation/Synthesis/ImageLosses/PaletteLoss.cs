using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>The mean distance of a pixel to the nearest colour of a palette (pixray's PaletteLoss).</summary>
internal sealed class PaletteLoss(Palette palette, double weight) : IImageLoss
{
    public Tensor Of(Tensor image) => (image - palette.Nearest(image)).norm(1).mean() * weight;
}
