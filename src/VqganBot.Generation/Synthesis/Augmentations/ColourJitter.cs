using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// Brightness, contrast, saturation and hue as one affine map of the colours of each view. Linear throughout: kornia goes
/// through HSV and clamps after each change, and every clamp kills gradients.
/// </summary>
internal static class ColourJitter
{
    public const int NumbersPerView = 5;

    public static IReadOnlyList<float> Unchanged { get; } = [1, 0, 0, 0, 1, 0, 0, 0, 1];

    public static Tensor Apply(Tensor views /* [n, 3, S, S] */, ViewBatch batch)
    {
        long n = views.shape[0], size = views.shape[3];
        return batch is { Matrices: { } matrices, Offsets: { } offsets }
            ? (matrices.matmul(views.reshape(n, 3, size * size)) + offsets).view(n, 3, size, size)
            : views;
    }

    /// <summary>The maps of the views from number <paramref name="first"/> on; null when none may change.</summary>
    public static (float[] Matrices, float[] Offsets)? Draw(IReadOnlyList<ViewPlan> plans, float[] numbers, int first)
    {
        if (plans.All(plan => plan.Augmentation.JitterProbability == 0))
            return null;

        List<float> matrices = [], offsets = [];
        for (int i = 0; i < plans.Count; i++)
        {
            (double[] matrix, double[] offset) = Draw(plans[i].Augmentation, numbers.AsSpan((first + i) * NumbersPerView, NumbersPerView));
            matrices.AddRange(matrix.Select(value => (float)value));
            offsets.AddRange(offset.Select(value => (float)value));
        }

        return ([.. matrices], [.. offsets]);
    }

    /// <summary>The map x → M(x + brightness), with M turning the hue after drawing the colours towards or away from grey.</summary>
    internal static (double[] Matrix, double[] Offset) Draw(AugmentationSettings settings, ReadOnlySpan<float> u)
    {
        bool changes = u[0] < settings.JitterProbability;
        double Range(float number, double most) => changes ? ((2 * number) - 1) * most : 0;
        double brightness = Range(u[1], settings.Brightness);
        double gain = 1 + Range(u[2], settings.Contrast);
        double saturation = 1 + Range(u[3], settings.Saturation);
        (double sin, double cos) = Math.SinCos(2 * Math.PI * Range(u[4], settings.Hue));

        // Rodrigues' rotation about the axis of greys; Rec. 601's luma for what grey a colour has.
        double diagonal = cos + ((1 - cos) / 3), up = ((1 - cos) / 3) - (sin / Math.Sqrt(3)), down = ((1 - cos) / 3) + (sin / Math.Sqrt(3));
        double[] hue = [diagonal, up, down, down, diagonal, up, up, down, diagonal];
        double[] luma = [0.299, 0.587, 0.114];
        double[] matrix = new double[9], offset = new double[3];
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                matrix[(3 * row) + column] = gain * ((saturation * hue[(3 * row) + column]) + ((1 - saturation) * luma[column]));
                offset[row] += matrix[(3 * row) + column] * brightness;
            }
        }

        return (matrix, offset);
    }
}
