using TorchSharp;
using VqganBot.Training.Data;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Judge;

/// <summary>Pictures of which it is known what they show, for measuring a judge or, by a judge, what made them.</summary>
internal sealed class JudgeTrial(IReadOnlyList<ToyPicture> pictures, byte[] pixels)
{
    private const int MostMistakes = 6;

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

    public JudgeFigures Measure(JudgeReader reader) => JudgeFigures.Of(Read(reader), pictures);

    /// <summary>A line for each question that was answered wrongly, with what was most often taken for what.</summary>
    public IEnumerable<string> Explain(JudgeReader reader)
    {
        var readings = Read(reader);
        return JudgeLabels.Questions
            .Select((name, question) => (name, mistakes: Mistakes.Of(question, readings, pictures.Select(JudgeLabels.Of), MostMistakes)))
            .Where(line => line.mistakes.Length > 0)
            .Select(line => $"  {line.name}: {line.mistakes}");
    }

    private IReadOnlyList<JudgeReading> Read(JudgeReader reader)
    {
        using var scope = NewDisposeScope();
        using var opinion = reader.Read(PictureBatch.ToTensor(pixels, pictures.Count, CPU).to(ScalarType.Float32) / 255.0);
        return opinion.Readings;
    }
}
