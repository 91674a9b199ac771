using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// Crowson's resample: where an axis shrinks, a separable Lanczos (a = 2) low-pass with reflected edges; then bicubic
/// interpolation with aligned corners.
/// </summary>
public static class Resampler
{
    private const int Lobes = 2;

    public static Tensor Resample(Tensor image /* [n, c, h, w] */, long height, long width)
    {
        ArgumentNullException.ThrowIfNull(image);
        long n = image.shape[0], c = image.shape[1], h = image.shape[2], w = image.shape[3];
        if (h == height && w == width)
            return image; // with aligned corners the interpolation is the identity

        Tensor planes = image.reshape(n * c, 1, h, w);
        if (height < h)
        {
            float[] kernel = LowPass((double)height / h);
            long pad = (kernel.Length - 1) / 2;
            planes = nn.functional.pad(planes, [0L, 0L, pad, pad], PaddingModes.Reflect, 0);
            planes = nn.functional.conv2d(planes, Kernel(kernel, [1, 1, -1, 1], image));
        }

        if (width < w)
        {
            float[] kernel = LowPass((double)width / w);
            long pad = (kernel.Length - 1) / 2;
            planes = nn.functional.pad(planes, [pad, pad, 0L, 0L], PaddingModes.Reflect, 0);
            planes = nn.functional.conv2d(planes, Kernel(kernel, [1, 1, 1, -1], image));
        }

        return nn.functional.interpolate(planes.view(n, c, h, w), [height, width], null, InterpolationMode.Bicubic, true);
    }

    private static Tensor Kernel(float[] weights, long[] shape, Tensor like) =>
        tensor(weights, new long[] { weights.Length }).view(shape).to(like.device).to(like.dtype);

    // Samples of the Lanczos window at multiples of the ratio, as far as the window reaches, with sum 1.
    internal static float[] LowPass(double ratio)
    {
        int reach = (int)Math.Ceiling((Lobes / ratio) + 1) - 2;
        double[] weights = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(i => Lanczos(i * ratio))];
        double sum = weights.Sum();
        return [.. weights.Select(weight => (float)(weight / sum))];
    }

    private static double Lanczos(double x) => Math.Abs(x) < Lobes ? Sinc(x) * Sinc(x / Lobes) : 0;

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
