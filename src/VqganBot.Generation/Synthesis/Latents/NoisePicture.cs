using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Pictures [1, 3, H, W] of 0 to 1 to begin with, each from its seed.</summary>
internal static class NoisePicture
{
    private const int Octaves = 5;

    // Cells along the shorter side in the coarsest octave.
    private const int CoarsestCells = 2;

    // The least value of a channel in a pale tint.
    private const double Palest = 0.7;

    public static Tensor Pixels(PaintingRandom random, Canvas canvas) =>
        random.Uniform(RandomPurpose.Latent, 0, [1, 3, canvas.Height, canvas.Width]);

    /// <summary>In each channel from a random level to another, from left to right or from top to bottom.</summary>
    public static Tensor Gradient(PaintingRandom random, Canvas canvas)
    {
        float[] u = random.Uniform(RandomPurpose.Latent, 0, 9);
        float[] values = new float[3 * canvas.Height * canvas.Width];
        for (int i = 0; i < values.Length; i++)
        {
            int channel = i / (canvas.Height * canvas.Width), y = i / canvas.Width % canvas.Height, x = i % canvas.Width;
            float way = u[(3 * channel) + 2] < 0.5 ? (float)x / (canvas.Width - 1) : (float)y / (canvas.Height - 1);
            values[i] = u[3 * channel] + ((u[(3 * channel) + 1] - u[3 * channel]) * way);
        }

        return tensor(values, new long[] { 1, 3, canvas.Height, canvas.Width });
    }

    /// <summary>A random pale tint at the top, another at the bottom, even shading between.</summary>
    public static Tensor PaleGradient(PaintingRandom random, Canvas canvas)
    {
        Tensor tints = (random.Uniform(RandomPurpose.Latent, 0, [1, 3, 2, 1]) * (1 - Palest)) + Palest;   // [1, 3, 2, 1]
        Tensor way = linspace(0, 1, canvas.Height).view(1, 1, canvas.Height, 1);                      // [1, 1, H, 1]
        Tensor sheet = (tints.narrow(2, 0, 1) * (1 - way)) + (tints.narrow(2, 1, 1) * way);           // [1, 3, H, 1]
        return sheet.expand(1, 3, canvas.Height, canvas.Width).contiguous();                          // [1, 3, H, W]
    }

    /// <summary>Fractal Perlin noise in each channel: octaves of half the size and half the strength, stretched over the whole range.</summary>
    public static Tensor Perlin(PaintingRandom random, Canvas canvas)
    {
        int h = canvas.Height, w = canvas.Width;
        float[] values = new float[3 * h * w];
        for (int channel = 0; channel < 3; channel++)
        {
            Span<float> plane = values.AsSpan(channel * h * w, h * w);
            for (int octave = 0; octave < Octaves; octave++)
                AddOctave(plane, random, (channel * Octaves) + octave, h, w, (double)Math.Min(h, w) / (CoarsestCells << octave), Math.Pow(0.5, octave));
            Stretch(plane);
        }

        return tensor(values, new long[] { 1, 3, h, w });
    }

    private static void AddOctave(Span<float> plane, PaintingRandom random, int number, int h, int w, double cell, double strength)
    {
        int columns = (int)(w / cell) + 2, rows = (int)(h / cell) + 2;
        float[] angles = random.Uniform(RandomPurpose.Latent, number, columns * rows);
        double Slope(int column, int row, double dx, double dy)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * angles[(row * columns) + column]);
            return (cos * dx) + (sin * dy);
        }

        for (int i = 0; i < plane.Length; i++)
        {
            double x = (i % w) / cell, y = (i / w) / cell;
            int column = (int)x, row = (int)y;
            double dx = x - column, dy = y - row;
            double above = Mix(Slope(column, row, dx, dy), Slope(column + 1, row, dx - 1, dy), Ease(dx));
            double below = Mix(Slope(column, row + 1, dx, dy - 1), Slope(column + 1, row + 1, dx - 1, dy - 1), Ease(dx));
            plane[i] += (float)(strength * Mix(above, below, Ease(dy)));
        }
    }

    private static void Stretch(Span<float> plane)
    {
        float least = float.MaxValue, most = float.MinValue;
        foreach (float value in plane)
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        foreach (ref float value in plane)
            value = (value - least) / Math.Max(most - least, 1e-6f);
    }

    private static double Mix(double a, double b, double way) => a + ((b - a) * way);

    // Perlin's improved fade (2002): flat in first and second derivative at the cells' edges.
    private static double Ease(double t) => t * t * t * ((t * ((t * 6) - 15)) + 10);
}
