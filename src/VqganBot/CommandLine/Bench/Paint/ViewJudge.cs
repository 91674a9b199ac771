using System.Numerics;
using VqganBot.Generation.Classification;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Bench;

/// <summary>
/// Says how near a picture is to its words by views that guided no painting: the same turned, enlarged and shifted ones
/// each time. What a painting did to please only its own views counts nothing here.
/// </summary>
internal sealed class ViewJudge
{
    public const int Views = 64;

    private const double MostDegrees = 12, LeastScale = 0.65;

    // Of its own: no painting's seed has a part in it.
    private const int Seed = 20220418;

    private readonly ClipEmbedder _clip;
    private readonly (double Turn, double Scale, double X, double Y)[] _views;

    public ViewJudge(ClipEmbedder clip)
    {
        var random = new Random(Seed);
        _clip = clip;
        _views = [.. Enumerable.Range(0, Views).Select(_ => Draw(random))];
    }

    /// <summary>The words of a prompt that pull, as points to compare with; each with its share of the whole.</summary>
    public IReadOnlyList<(float[] Point, double Share)> Read(string prompt)
    {
        var pulling = PromptParser.Parse(prompt)[0].Where(part => part.Weight > 0).ToArray();
        var sum = pulling.Sum(part => part.Weight);
        return [.. _clip.Texts([.. pulling.Select(part => part.Text)]).Zip(pulling, (point, part) => (point, part.Weight / sum))];
    }

    /// <summary>The mean cosine of all views with the words.</summary>
    public double Similarity(Rgb24Image picture, IReadOnlyList<(float[] Point, double Share)> words)
    {
        var seen = _clip.Pictures([.. _views.Select(view => ImageWarper.Bicubic(picture, Map(picture, view)))]);
        return seen.Average(view => Nearness(view, words));
    }

    private static double Nearness(float[] view, IReadOnlyList<(float[] Point, double Share)> words)
    {
        var sum = 0.0;
        foreach (var (point, share) in words) sum += share * UnitVector.Dot(view, point);
        return sum;
    }

    // From a point of the view to one of the picture: turned about the middle, drawn together, and moved where there is room.
    private static Matrix3x2 Map(Rgb24Image picture, (double Turn, double Scale, double X, double Y) view)
    {
        var middle = new Vector2(picture.Width / 2f, picture.Height / 2f);
        var room = (float)((1 - view.Scale) / 2);
        return Matrix3x2.CreateTranslation(-middle)
            * Matrix3x2.CreateScale((float)view.Scale)
            * Matrix3x2.CreateRotation((float)(view.Turn * Math.PI / 180))
            * Matrix3x2.CreateTranslation(middle + (new Vector2((float)view.X * picture.Width, (float)view.Y * picture.Height) * room));
    }

    private static (double Turn, double Scale, double X, double Y) Draw(Random random) =>
        (Between(random, -1, 1) * MostDegrees, Between(random, LeastScale, 1), Between(random, -1, 1), Between(random, -1, 1));

    private static double Between(Random random, double least, double most) => least + (random.NextDouble() * (most - least));
}
