using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// Crowson's cutouts: squares of size int(rand^cut_pow · (max − min) + min) at random places, resampled to CLIP's size and
/// clamped (vqgan-clip.md 1.2).
/// </summary>
public sealed class OriginalCutouts : ICutouts
{
    private readonly PaintingRandom _random;
    private readonly Augmentations _augmentations;
    private readonly PaintingSettings _settings;

    internal OriginalCutouts(PaintingRandom random, Augmentations augmentations, PaintingSettings settings)
    {
        _random = random;
        _augmentations = augmentations;
        _settings = settings;
    }

    /// <summary>The square of <paramref name="size"/> whose upper left pixel is (<paramref name="x"/>, <paramref name="y"/>), resampled to <paramref name="cutSize"/>.</summary>
    public static Tensor Crop(Tensor image, long size, long x, long y, long cutSize)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Resampler.Resample(image.narrow(2, y, size).narrow(3, x, size), cutSize, cutSize);
    }

    DrawnViews ICutouts.Draw(long height, long width, long cutSize, long step, int first, int count)
    {
        float[] numbers = _random.Uniform(RandomPurpose.Views, step, 3 * _settings.CutoutCount);
        return _augmentations.Draw(_augmentations.Plain(count), cutSize, step, first) with
        {
            Crops = [.. Enumerable.Range(first, count).Select(cut => Draw(numbers.AsSpan(3 * cut, 3), width, height, cutSize))],
        };
    }

    (Tensor Source, ClampWithGrad? Seam) ICutouts.Source(Tensor images, ViewBatch batch)
    {
        ClampWithGrad crops = Clamped(images, batch);
        return (crops.Value, crops);
    }

    internal static ClampWithGrad Clamped(Tensor images /* [N, 3, H, W] */, ViewBatch batch) => new(
        cat([.. batch.Crops.SelectMany((crops, i) => crops.Select(crop => Crop(images.narrow(0, i, 1), crop.Size, crop.X, crop.Y, batch.Size)))], 0), 0, 1);

    private (long Size, long X, long Y) Draw(ReadOnlySpan<float> numbers, long width, long height, long cutSize)
    {
        long most = Math.Min(width, height);
        long least = Math.Min(most, cutSize);
        long size = (long)((Math.Pow(numbers[0], _settings.CutPower) * (most - least)) + least);
        return (size, (long)((double)numbers[1] * (width - size + 1)), (long)((double)numbers[2] * (height - size + 1)));
    }
}
