using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;

namespace VqganBot.Training.Judge;

/// <summary>The judge's answers in words, numbered as <see cref="JudgeLabels"/> numbers them.</summary>
internal static class LabelNames
{
    public static string Of(int question, int answer) => question switch
    {
        0 => Vocabulary.Nouns((ToyObject)answer)[0].One,
        1 => Vocabulary.Words((ToyColour)answer)[0],
        2 => Vocabulary.Bare((ToyScene)answer)[0],
        3 => (ToyStyle)answer == ToyStyle.PixelArt ? "pixel art" : ((ToyStyle)answer).ToString().ToLowerInvariant(),
        _ => $"{answer + 1}",
    };
}
