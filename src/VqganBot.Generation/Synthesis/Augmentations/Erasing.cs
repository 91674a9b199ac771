using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Blackens a random rectangle of a view.</summary>
internal static class Erasing
{
    public const int NumbersPerView = 6;
    private const double LeastAspect = 0.3;

    public static Tensor Apply(Tensor views /* [n, 3, S, S] */, ViewBatch batch)
    {
        if (batch.Rectangles is not { } rectangles)
            return views;

        long size = views.shape[3];
        Tensor centres = (arange(0, size, float32, views.device) + 0.5) / size;
        Tensor across = Within(centres.view(1, 1, 1, size), rectangles.narrow(1, 0, 1), rectangles.narrow(1, 1, 1));
        Tensor down = Within(centres.view(1, 1, size, 1), rectangles.narrow(1, 2, 1), rectangles.narrow(1, 3, 1));
        return views * (1 - (across * down));                                            // [n, 1, S, S] broadcast
    }

    /// <summary>The rectangles of the views from number <paramref name="first"/> on; null when none may be erased.</summary>
    public static float[]? Draw(IReadOnlyList<ViewPlan> plans, float[] numbers, int first)
    {
        if (plans.All(plan => plan.Augmentation.ErasingProbability == 0))
            return null;

        float[] edges = new float[4 * plans.Count];
        for (int i = 0; i < plans.Count; i++)
        {
            int row = plans[i].Augmentation.ErasingSameForAll ? 0 : first + i;
            Draw(plans[i].Augmentation, numbers.AsSpan(row * NumbersPerView, NumbersPerView)).CopyTo(edges.AsSpan(4 * i));
        }

        return edges;
    }

    /// <summary>Left, right, top and bottom in 0…1; nothing when all are 0.</summary>
    internal static float[] Draw(AugmentationSettings settings, ReadOnlySpan<float> u)
    {
        if (u[0] >= settings.ErasingProbability)
            return [0, 0, 0, 0];

        double area = settings.ErasingLeastArea + (u[1] * (settings.ErasingMostArea - settings.ErasingLeastArea));
        double aspect = LeastAspect + (u[2] * (1 - LeastAspect));
        if (u[3] < 0.5)
            aspect = 1 / aspect;
        double width = Math.Min(1, Math.Sqrt(area * aspect)), height = Math.Min(1, Math.Sqrt(area / aspect));
        double left = u[4] * (1 - width), top = u[5] * (1 - height);
        return [(float)left, (float)(left + width), (float)top, (float)(top + height)];
    }

    private static Tensor Within(Tensor x, Tensor least, Tensor most) => x.ge(least).to(float32) * x.lt(most).to(float32);
}
