using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Training.Metrics;

/// <summary>Blurs pictures by a Gaussian whose deviation is given in pixels, with the border's colour beyond the border.</summary>
internal static class GaussianBlur
{
    public static Tensor Apply(Tensor pictures, double sigma)
    {
        if (sigma == 0)
            return pictures.clone();
        using var scope = NewDisposeScope();
        var radius = (int)Math.Ceiling(3 * sigma);
        var weights = Enumerable.Range(-radius, (2 * radius) + 1).Select(i => Math.Exp(-i * i / (2 * sigma * sigma))).ToArray();
        var row = tensor(weights.Select(weight => (float)(weight / weights.Sum())).ToArray(), [1, 1, 1, weights.Length]).to(pictures.device);
        var padded = functional.pad(pictures, (radius, radius, radius, radius), PaddingModes.Replicate);
        // Channels become pictures of their own: a convolution of one channel, one pass a direction.
        var flat = padded.reshape(-1, 1, padded.shape[2], padded.shape[3]);                // [3N,1,H+2r,W+2r]
        var across = functional.conv2d(flat, row);                                         // [3N,1,H+2r,W]
        return functional.conv2d(across, row.transpose(2, 3)).reshape(pictures.shape).MoveToOuterDisposeScope(); // [N,3,H,W]
    }
}
