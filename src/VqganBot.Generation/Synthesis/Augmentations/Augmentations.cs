using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Makes views into what CLIP sees: one sampling for all geometry, then colour, erasing and noise.</summary>
internal sealed class Augmentations(PaintingRandom random, PaintingSettings settings)
{
    /// <summary>Plans of views that show the whole source as it is.</summary>
    public IReadOnlyList<ViewPlan> Plain(int count) =>
        [.. Enumerable.Repeat(new ViewPlan(Homography.Identity, settings.Fill, settings.Augmentation), count)];

    public Tensor Apply(Tensor source /* [1 or n, 3, h, w] */, IReadOnlyList<ViewPlan> plans, long cutSize, long step, int first)
    {
        Tensor views = Look(source, plans, cutSize, step, first);                       // [n, 3, S, S]
        views = ColourJitter.Apply(views, plans, Numbers(RandomPurpose.Colour, ColourJitter.NumbersPerView, step), first);
        views = Erasing.Apply(views, plans, Numbers(RandomPurpose.Erasing, Erasing.NumbersPerView, step), first);
        return settings.NoiseFactor > 0 ? views + Noise(views, step, first) : views;
    }

    private Tensor Look(Tensor source, IReadOnlyList<ViewPlan> plans, long cutSize, long step, int first)
    {
        float[] numbers = Numbers(RandomPurpose.Geometry, Geometry.NumbersPerView, step);
        Homography[] maps = [.. plans.Select((plan, i) =>
            plan.Map * Geometry.Draw(plan.Augmentation, numbers.AsSpan((first + i) * Geometry.NumbersPerView, Geometry.NumbersPerView)))];
        if (maps.All(map => map == Homography.Identity) && source.shape[2] == cutSize && source.shape[3] == cutSize)
            return source.expand(plans.Count, -1, -1, -1);

        float[] greys = Numbers(RandomPurpose.Fill, 1, step)[first..(first + plans.Count)];
        ViewFill[] fills = [.. plans.Select(plan => plan.Fill)];
        long supersampling = Math.Clamp((long)Math.Round(Math.Max(source.shape[2], source.shape[3]) / (double)cutSize), 1, 4);
        return ViewSampler.Sample(source, maps, fills, greys, cutSize, supersampling);
    }

    // Each view has a strength of its own and, so that batches do not matter, a generator of its own.
    private Tensor Noise(Tensor views, long step, int first)
    {
        long n = views.shape[0], size = views.shape[3];
        float[] strengths = Numbers(RandomPurpose.NoiseStrength, 1, step);
        Tensor noise = stack([.. Enumerable.Range(first, (int)n).Select(cut =>
            random.Normal(RandomPurpose.Noise, step, cut, [3, size, size]) * (strengths[cut] * settings.NoiseFactor))], 0);
        return noise.to(views.device);
    }

    private float[] Numbers(RandomPurpose purpose, int perView, long step) => random.Uniform(purpose, step, perView * settings.CutoutCount);
}
