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

    CutViews ICutouts.Take(Tensor image, long cutSize, long step, int first, int count)
    {
        long height = image.shape[2], width = image.shape[3];
        float[] numbers = _random.Uniform(RandomPurpose.Views, step, 3 * _settings.CutoutCount);
        ClampWithGrad crops = Clamped([.. Enumerable.Range(first, count).Select(cut => Draw(numbers.AsSpan(3 * cut, 3), width, height, cutSize))], image, cutSize);
        return new CutViews(_augmentations.Apply(crops.Value, _augmentations.Plain(count), cutSize, step, first), crops);
    }

    internal static ClampWithGrad Clamped(IReadOnlyList<(long Size, long X, long Y)> crops, Tensor image, long cutSize) =>
        new(cat([.. crops.Select(crop => Crop(image, crop.Size, crop.X, crop.Y, cutSize))], 0), 0, 1);

    private (long Size, long X, long Y) Draw(ReadOnlySpan<float> numbers, long width, long height, long cutSize)
    {
        long most = Math.Min(width, height);
        long least = Math.Min(most, cutSize);
        long size = (long)((Math.Pow(numbers[0], _settings.CutPower) * (most - least)) + least);
        return (size, (long)((double)numbers[1] * (width - size + 1)), (long)((double)numbers[2] * (height - size + 1)));
    }
}
