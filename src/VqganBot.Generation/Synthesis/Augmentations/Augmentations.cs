using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>What chance does to views beside choosing what they show: geometry, colour, erasing and noise.</summary>
/// <param name="device">Where noise is drawn. The CPU by default.</param>
internal sealed class Augmentations(PaintingRandom random, PaintingSettings settings, Device? device = null)
{
    /// <summary>Plans of views that show the whole source as it is.</summary>
    public IReadOnlyList<ViewPlan> Plain(int count) =>
        [.. Enumerable.Repeat(new ViewPlan(Homography.Identity, settings.Fill, settings.Augmentation), count)];

    /// <summary>All that chance does to views from number <paramref name="first"/> on.</summary>
    public DrawnViews Draw(IReadOnlyList<ViewPlan> plans, long cutSize, long step, int first)
    {
        float[] numbers = Numbers(RandomPurpose.Geometry, Geometry.NumbersPerView, step);
        Homography[] maps = [.. plans.Select((plan, i) =>
            plan.Map * Geometry.Draw(plan.Augmentation, numbers.AsSpan((first + i) * Geometry.NumbersPerView, Geometry.NumbersPerView)))];
        return new DrawnViews(maps, [.. plans.Select(plan => plan.Fill)], Numbers(RandomPurpose.Fill, 1, step)[first..(first + plans.Count)])
        {
            Colours = ColourJitter.Draw(plans, Numbers(RandomPurpose.Colour, ColourJitter.NumbersPerView, step), first),
            Rectangles = Erasing.Draw(plans, Numbers(RandomPurpose.Erasing, Erasing.NumbersPerView, step), first),
            Noise = settings.NoiseFactor > 0 ? Noise(plans.Count, cutSize, step, first) : null,
        };
    }

    // Each view has a strength of its own and, so that batches do not matter, a generator of its own.
    private (Tensor Normal, float[] Strengths) Noise(int count, long size, long step, int first)
    {
        float[] strengths = Numbers(RandomPurpose.NoiseStrength, 1, step);
        Tensor noise = stack([.. Enumerable.Range(first, count).Select(cut => random.Normal(RandomPurpose.Noise, step, cut, [3, size, size], device))], 0);
        return (noise, [.. strengths[first..(first + count)].Select(strength => (float)(strength * settings.NoiseFactor))]);
    }

    private float[] Numbers(RandomPurpose purpose, int perView, long step) => random.Uniform(purpose, step, perView * settings.CutoutCount);
}
