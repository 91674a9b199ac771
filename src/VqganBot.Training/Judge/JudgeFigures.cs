using VqganBot.Training.Metrics;
using VqganBot.Training.Toybox;

namespace VqganBot.Training.Judge;

/// <summary>How often the judge read what was drawn or asked for; the shares stand in the order of <see cref="JudgeLabels.Questions"/>.</summary>
internal sealed record JudgeFigures(IReadOnlyList<Share> Shares)
{
    public static JudgeFigures Of(IEnumerable<JudgeReading> readings, IEnumerable<ToyPicture> wanted) =>
        Of(readings, wanted.Select(JudgeLabels.Of));

    /// <summary>Compares with labels, leaving out what is unlabelled.</summary>
    public static JudgeFigures Of(IEnumerable<JudgeReading> readings, IEnumerable<IReadOnlyList<int>> wanted)
    {
        var rows = readings.Zip(wanted, (reading, labels) => (reading.Answers, Labels: labels)).ToArray();
        return new JudgeFigures([.. JudgeLabels.Questions.Select((_, question) => Share.Of(
            rows.Where(row => row.Labels[question] != JudgeLabels.Unlabelled).Select(row => row.Labels[question] == row.Answers[question])))]);
    }

    public override string ToString() => string.Join("  ", JudgeLabels.Questions.Zip(Shares, (name, share) => $"{name} {share}"));
}
