using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// nerdyrodent's default: the mean of average and maximum pooling of the whole picture, squashed to a square; no crop.
/// All cutouts are the same before augmentation, so it is pooled once.
/// </summary>
internal sealed class PoolingCutouts(Augmentations augmentations) : ICutouts
{
    public DrawnViews Draw(long height, long width, long cutSize, long step, int first, int count) =>
        augmentations.Draw(augmentations.Plain(count), cutSize, step, first);

    public (Tensor Source, ClampWithGrad? Seam) Source(Tensor images, ViewBatch batch)
    {
        long[] square = [batch.Size, batch.Size];
        return ((nn.functional.adaptive_avg_pool2d(images, square) + nn.functional.adaptive_max_pool2d(images, square)) / 2, null); // [N, 3, S, S]
    }
}
