using VqganBot.Training.Judge;

namespace VqganBot.Training.Evaluation.Reports;

/// <summary>What the judge read of what the prompt names, with a cross at what is something else.</summary>
internal static class Marks
{
    public static string Of(JudgeReading reading, EvaluationPrompt prompt)
    {
        var named = prompt.Named.Index().Where(label => label.Item != JudgeLabels.Unlabelled);
        return string.Join(", ", named.Select(label =>
        {
            var word = LabelNames.Of(label.Index, reading.Answers[label.Index]);
            return reading.Answers[label.Index] == label.Item ? word : $"✗ {word}";
        }));
    }

    /// <summary>Whether all that the prompt names was read.</summary>
    public static bool AllRight(JudgeReading reading, EvaluationPrompt prompt) =>
        prompt.Named.Zip(reading.Answers).All(pair => pair.First == JudgeLabels.Unlabelled || pair.First == pair.Second);
}
