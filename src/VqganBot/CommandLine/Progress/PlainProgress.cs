namespace VqganBot.CommandLine.Progress;

/// <summary>An occasional line, for a log file or a pipe: every tenth of the way and at least every fifteen seconds.</summary>
internal sealed class PlainProgress(TextWriter output, TimeProvider clock) : IPaintingProgress
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    public void Run(string title, int done, int steps, Action<Action<StepReport>> paint)
    {
        output.WriteLine(done == 0 ? $"{title}: {steps} steps" : $"{title}: steps {done + 1} to {steps}");
        var shownTenth = Tenth(done, steps);
        var shownAt = clock.GetTimestamp();
        paint(report =>
        {
            var tenth = Tenth(report.Step, report.Steps);
            if (tenth == shownTenth && report.Step < report.Steps && clock.GetElapsedTime(shownAt) < LongestSilence) return;
            shownTenth = tenth;
            shownAt = clock.GetTimestamp();
            output.WriteLine(Line(report));
            output.Flush();
        });
    }

    private static string Line(StepReport report)
    {
        var width = StepText.Count(report.Steps).Length;
        var left = report.Step < report.Steps ? $"  {StepText.Left(report)}" : "";
        return $"  step {StepText.Count(report.Step).PadLeft(width)}/{report.Steps}  {StepText.Loss(report)}  {StepText.Speed(report)}{left}";
    }

    private static int Tenth(int step, int steps) => (int)(step * 10L / Math.Max(steps, 1));
}
