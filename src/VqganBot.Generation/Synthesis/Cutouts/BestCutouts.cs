using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// A mix after pixray (vqgan-clip.md 1.5): the first cutouts are wide views of the whole picture in its own aspect, which
/// hold the composition together; the others zoom in, which makes the detail.
/// </summary>
internal sealed class BestCutouts(PaintingRandom random, Augmentations augmentations, PaintingSettings settings) : ICutouts
{
    private const int NumbersPerView = 4;

    public DrawnViews Draw(long height, long width, long cutSize, long step, int first, int count)
    {
        float[] numbers = random.Uniform(RandomPurpose.Views, step, NumbersPerView * settings.CutoutCount);
        List<ViewPlan> plans = [];
        for (int cut = first; cut < first + count; cut++)
            plans.Add(Plan(cut, numbers.AsSpan(NumbersPerView * cut, NumbersPerView), width, height));
        return augmentations.Draw(plans, cutSize, step, first);
    }

    public (Tensor Source, ClampWithGrad? Seam) Source(Tensor images, ViewBatch batch) => (images, null);

    internal static int WideCount(PaintingSettings settings) => (int)Math.Round(settings.WideShare * settings.CutoutCount);

    private ViewPlan Plan(int cut, ReadOnlySpan<float> u, double width, double height) => cut < WideCount(settings)
        ? new ViewPlan(Wide(u, width, height), settings.WideFill, settings.WideAugmentation ?? settings.Augmentation)
        : new ViewPlan(Zoom(u, width, height), settings.Fill, settings.Augmentation);

    // The longer side fills the view up to the scale; the picture shifts within what room is left.
    private Homography Wide(ReadOnlySpan<float> u, double width, double height)
    {
        double scale = Between(u[0], settings.WideLeastScale, 1);
        double side = Math.Max(width, height) / scale;
        return Homography.Shift(((2 * u[1]) - 1) * (side - width) / width, ((2 * u[2]) - 1) * (side - height) / height)
            * Homography.Scale(side / width, side / height);
    }

    // A crop of random area and aspect, wholly inside the picture.
    private Homography Zoom(ReadOnlySpan<float> u, double width, double height)
    {
        double side = Math.Min(width, height) * Math.Sqrt(Between(u[0], settings.ZoomLeastArea, settings.ZoomMostArea));
        double aspect = Math.Exp(((2 * u[1]) - 1) * Math.Log(settings.ZoomMostAspect) / 2);
        double w = Math.Min(width, side * aspect), h = Math.Min(height, side / aspect);
        return Homography.Shift(((2 * u[2]) - 1) * (width - w) / width, ((2 * u[3]) - 1) * (height - h) / height)
            * Homography.Scale(w / width, h / height);
    }

    private static double Between(double u, double least, double most) => least + (u * (most - least));
}
