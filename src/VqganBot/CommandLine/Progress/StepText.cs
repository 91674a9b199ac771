using System.Globalization;

namespace VqganBot.CommandLine.Progress;

/// <summary>The figures of a step as words, the same on a terminal and in a log.</summary>
internal static class StepText
{
    public static string Count(int step) => step.ToString(CultureInfo.InvariantCulture);

    public static string Loss(StepReport report) => string.Create(CultureInfo.InvariantCulture, $"loss {report.Loss:0.0000}");

    public static string Speed(StepReport report) => Speed(report.StepsPerSecond);

    public static string Speed(double stepsPerSecond) => stepsPerSecond switch
    {
        <= 0 => "-",
        >= 10 => string.Create(CultureInfo.InvariantCulture, $"{stepsPerSecond:0} steps/s"),
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{stepsPerSecond:0.0} steps/s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{1 / stepsPerSecond:0.0} s/step"),
    };

    public static string Left(StepReport report) =>
        report.StepsPerSecond > 0 ? $"{Duration(report.Left)} left" : "";

    public static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        < 99.5 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        < 5970 => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min"),
    };
}
