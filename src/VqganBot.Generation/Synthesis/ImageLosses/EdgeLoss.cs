using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>The mean distance of a frame around the picture to one colour (after pixray's EdgeLoss).</summary>
internal sealed class EdgeLoss(Colour colour, double width, double weight) : IImageLoss
{
    public Tensor Of(Tensor image)
    {
        long h = image.shape[2], w = image.shape[3];
        long frame = Math.Clamp((long)Math.Round(width * Math.Min(h, w)), 1, Math.Max(1, (Math.Min(h, w) - 1) / 2));
        Tensor wanted = tensor(colour.Shares(), new long[] { 1, 3, 1, 1 }).to(image.device);
        Tensor distance = (image.narrow(1, 0, 3) - wanted).norm(1);                        // [1, H, W]
        Tensor within = distance.narrow(1, frame, h - (2 * frame)).narrow(2, frame, w - (2 * frame));
        return (distance.sum() - within.sum()) * (weight / (distance.numel() - within.numel()));
    }
}
