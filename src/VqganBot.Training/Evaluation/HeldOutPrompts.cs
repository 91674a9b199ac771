using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;

namespace VqganBot.Training.Evaluation;

/// <summary>Prompts that ask for combinations no training picture shows, with what they ask for.</summary>
internal static class HeldOutPrompts
{
    public static IReadOnlyList<(string Text, ToyPicture Wanted)> Make(int count, ulong seed) =>
        [.. HeldOutPictures.Withheld(count, seed).Select(picture => (Text(picture), picture with { Style = ToyStyle.Plain }))];

    private static string Text(ToyPicture picture)
    {
        var main = picture.Main!;
        var article = main.Colour == ToyColour.Orange ? "an" : "a";
        var words = $"{article} {Vocabulary.Words(main.Colour)[0]} {Vocabulary.Nouns(main.Object)[0].One}";
        return picture.Scene == ToyScene.Plain ? words : $"{words} {Vocabulary.Places(picture.Scene)[0]}";
    }
}
