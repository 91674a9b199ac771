using TorchSharp;
using VqganBot.Training.Data;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Judge;

/// <summary>Pictures of which it is known what they show, for measuring a judge or, by a judge, what made them.</summary>
internal sealed class JudgeTrial(IReadOnlyList<ToyPicture> pictures, byte[] pixels)
{
    public static JudgeTrial Rendered(IReadOnlyList<ToyPicture> pictures) =>
        new(pictures, [.. pictures.SelectMany(picture => ToyRenderer.Render(picture).Pixels)]);

    /// <summary>The first pictures of a set, with the pixels that stand there: renders, or what a VQGAN made of them.</summary>
    public static JudgeTrial Of(RenderedSet set, int count)
    {
        var many = Math.Min(count, set.Count);
        var pixels = new byte[many * RenderedSet.PictureBytes];
        for (var i = 0; i < many; i++)
            set.Read(i, pixels.AsSpan(i * RenderedSet.PictureBytes));
        return new JudgeTrial([.. Enumerable.Range(0, many).Select(set.Picture)], pixels);
    }

    public JudgeFigures Measure(JudgeReader reader)
    {
        using var scope = NewDisposeScope();
        using var opinion = reader.Read(PictureBatch.ToTensor(pixels, pictures.Count, CPU).to(ScalarType.Float32) / 255.0);
        return JudgeFigures.Of(opinion.Readings, pictures);
    }
}
