using VqganBot.Training.Toybox;

namespace VqganBot.Training.Judge;

/// <summary>What the judge should answer, one row a question, one column a picture.</summary>
internal static class JudgeLabels
{
    public const int MostThings = 3;

    /// <summary>For questions that a picture has no answer to; cross entropy leaves them out.</summary>
    public const int Unlabelled = -100;

    public static readonly IReadOnlyList<string> Questions = ["object", "colour", "scene", "style", "count"];

    /// <summary>A pair has two objects and no main one, a bare scene has none: only scene and style are asked of these.</summary>
    public static int[] Of(ToyPicture picture)
    {
        var main = picture.IsPair ? null : picture.Main;
        return
        [
            main is null ? Unlabelled : (int)main.Object,
            main is null || picture.IsColourful ? Unlabelled : (int)main.Colour,
            (int)picture.Scene,
            (int)picture.Style,
            main is null ? Unlabelled : picture.Count - 1,
        ];
    }

    /// <summary>The answers that remain when the colours are false: object and count.</summary>
    public static int[] OfShape(ToyPicture picture)
    {
        var labels = Of(picture);
        return [labels[0], Unlabelled, Unlabelled, Unlabelled, labels[4]];
    }
}
