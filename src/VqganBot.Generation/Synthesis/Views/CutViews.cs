using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Views of one or several pictures as CLIP sees them, and the way back from them.</summary>
/// <param name="seam">A clamp within, where the graph is cut; null when there is none.</param>
internal sealed class CutViews(Tensor value, ClampWithGrad? seam = null)
{
    public Tensor Value { get; } = value; // [n, 3, S, S], those of the first picture first

    /// <summary>One sampling for all geometry of all views, then colour, erasing and noise.</summary>
    /// <param name="cutouts">Those of any of the pictures, for they differ in what they draw only.</param>
    public static CutViews Take(ICutouts cutouts, Tensor images /* [N, 3, H, W] */, ViewBatch batch)
    {
        (Tensor source, ClampWithGrad? seam) = cutouts.Source(images, batch);                                 // [N or n, 3, h, w]
        long h = source.shape[2], w = source.shape[3];
        Tensor views = !batch.Moves && h == batch.Size && w == batch.Size
            ? AsItIs(source, batch.Count)
            : ViewSampler.Sample(source, batch, Math.Clamp((long)Math.Round(Math.Max(h, w) / (double)batch.Size), 1, 4)); // [n, 3, S, S]
        views = Erasing.Apply(ColourJitter.Apply(views, batch), batch);
        return new CutViews(batch.Noise is { } noise ? views + noise : views, seam);
    }

    /// <summary>Views <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> of one picture.</summary>
    public static CutViews Take(ICutouts cutouts, Tensor image /* [1, 3, H, W] */, long size, long step, int first, int count) =>
        Take(cutouts, image, new ViewBatch([cutouts.Draw(image.shape[2], image.shape[3], size, step, first, count)], size, image.device));

    /// <summary>To be called when the loss's own backward has reached the seam.</summary>
    public void Backward() => seam?.Backward();

    private static Tensor AsItIs(Tensor source /* [N, 3, S, S] */, long n)
    {
        long sources = source.shape[0], size = source.shape[2];
        return source.unsqueeze(1).expand(sources, n / sources, 3, size, size).reshape(n, 3, size, size);
    }
}
