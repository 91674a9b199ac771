using VqganBot.Training.Judge;
using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;

namespace VqganBot.Training.Evaluation.Reports;

/// <summary>What the judge read, with a cross at what is not what the prompt names.</summary>
internal static class Marks
{
    public static string Of(JudgeReading reading, EvaluationPrompt prompt)
    {
        string[] words =
        [
            Vocabulary.Nouns(reading.Object)[0].One, Vocabulary.Words(reading.Colour)[0], Vocabulary.Bare(reading.Scene)[0], Style(reading.Style), $"{reading.Count}",
        ];
        var named = prompt.Named.Index().Where(label => label.Item != JudgeLabels.Unlabelled);
        return string.Join(", ", named.Select(label => reading.Answers[label.Index] == label.Item ? words[label.Index] : $"✗ {words[label.Index]}"));
    }

    /// <summary>Whether all that the prompt names was read.</summary>
    public static bool AllRight(JudgeReading reading, EvaluationPrompt prompt) =>
        prompt.Named.Zip(reading.Answers).All(pair => pair.First == JudgeLabels.Unlabelled || pair.First == pair.Second);

    private static string Style(ToyStyle style) => style switch
    {
        ToyStyle.PixelArt => "pixel art",
        _ => style.ToString().ToLowerInvariant(),
    };
}
