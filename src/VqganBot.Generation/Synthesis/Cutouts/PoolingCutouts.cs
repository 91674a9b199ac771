using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// nerdyrodent's default: the mean of average and maximum pooling of the whole picture, squashed to a square; no crop.
/// All cutouts are the same before augmentation, so it is pooled once.
/// </summary>
internal sealed class PoolingCutouts(Augmentations augmentations) : ICutouts
{
    public CutViews Take(Tensor image, long cutSize, long step, int first, int count)
    {
        long[] square = [cutSize, cutSize];
        Tensor pooled = (nn.functional.adaptive_avg_pool2d(image, square) + nn.functional.adaptive_max_pool2d(image, square)) / 2; // [1, 3, S, S]
        return new CutViews(augmentations.Apply(pooled, augmentations.Plain(count), cutSize, step, first));
    }
}
