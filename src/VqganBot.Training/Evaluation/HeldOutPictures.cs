using VqganBot.Training.Toybox;

namespace VqganBot.Training.Evaluation;

/// <summary>Pictures for evaluation, with one thing each.</summary>
internal static class HeldOutPictures
{
    /// <summary>Pictures that show a combination no training picture has: in turn a colour or a scene new to the object.</summary>
    public static IReadOnlyList<ToyPicture> Withheld(int count, ulong seed) =>
        [.. Enumerable.Range(0, count).Select(i => Draw(seed + (ulong)i, picture => i % 2 == 0
            ? HeldOut.Is(picture.Main!.Object, picture.Main.Colour)
            : HeldOut.Is(picture.Main!.Object, picture.Scene)))];

    /// <summary>New pictures of combinations that training knows.</summary>
    public static IReadOnlyList<ToyPicture> Known(int count, ulong seed) =>
        [.. Enumerable.Range(0, count).Select(i => Draw(seed + (ulong)i, picture => !HeldOut.Touches(picture)))];

    private static ToyPicture Draw(ulong seed, Func<ToyPicture, bool> wanted)
    {
        for (var attempt = 0ul; ; attempt++)
        {
            var picture = ToyComposer.Compose(seed, ToyRandom.For(seed, 5000 + attempt));
            if (picture.Things.Count == 1 && wanted(picture))
                return picture;
        }
    }
}
