using VqganBot.Training.Toybox;

namespace VqganBot.Training.Evaluation;

/// <summary>Pictures for evaluation, with one thing each or with several alike.</summary>
internal static class HeldOutPictures
{
    /// <summary>Pictures that show a combination no training picture has: in turn a colour or a scene new to the object.</summary>
    public static IReadOnlyList<ToyPicture> Withheld(int count, ulong seed) =>
        [.. Enumerable.Range(0, count).Select(i => Draw(seed + (ulong)i, picture => picture.Things.Count == 1 && (i % 2 == 0
            ? HeldOut.Is(picture.Main!.Object, picture.Main.Colour)
            : HeldOut.Is(picture.Main!.Object, picture.Scene))))];

    /// <summary>New pictures of combinations that training knows.</summary>
    public static IReadOnlyList<ToyPicture> Known(int count, ulong seed) =>
        [.. Enumerable.Range(0, count).Select(i => Draw(seed + (ulong)i, picture => picture.Things.Count == 1 && !HeldOut.Touches(picture)))];

    /// <summary>Two or three of one object in one colour, of which the colour or the scene is new to it; twos and threes in turn.</summary>
    public static IReadOnlyList<ToyPicture> Groups(int count, ulong seed) =>
        [.. Enumerable.Range(0, count).Select(i => Draw(seed + (ulong)i, picture =>
            !picture.IsPair && picture.Things.Count == 2 + (i % 2) && !picture.IsColourful && HeldOut.Touches(picture)))];

    private static ToyPicture Draw(ulong seed, Func<ToyPicture, bool> wanted)
    {
        for (var attempt = 0ul; ; attempt++)
        {
            var picture = ToyComposer.Compose(seed, ToyRandom.For(seed, 5000 + attempt));
            if (wanted(picture))
                return picture;
        }
    }
}
