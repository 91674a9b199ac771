namespace VqganBot.Training.Judge;

/// <summary>What was taken for what, and how often, of one question.</summary>
internal static class Mistakes
{
    /// <summary>The most frequent ones of a question, as in "cat for dog 7"; empty where there are none.</summary>
    public static string Of(int question, IEnumerable<JudgeReading> readings, IEnumerable<IReadOnlyList<int>> wanted, int most)
    {
        var mistakes = readings.Zip(wanted, (reading, labels) => (Read: reading.Answers[question], Wanted: labels[question]))
            .Where(pair => pair.Wanted != JudgeLabels.Unlabelled && pair.Read != pair.Wanted)
            .CountBy(pair => pair)
            .OrderByDescending(mistake => mistake.Value)
            .Take(most)
            .Select(mistake => $"{LabelNames.Of(question, mistake.Key.Read)} for {LabelNames.Of(question, mistake.Key.Wanted)} {mistake.Value}");
        return string.Join(", ", mistakes);
    }
}
