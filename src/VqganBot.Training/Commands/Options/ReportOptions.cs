using System.CommandLine;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Reports;

namespace VqganBot.Training.Commands.Options;

/// <summary>Where a training shows how it goes.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string?> _report = new("--report") { Description = "Folder for curves.png, figures.csv and sheet.png, written anew at every validation." };

    public ReportOptions(Command command) => command.Options.Add(_report);

    public ProgressLog Log(ParseResult result, string title, long step) => new(
        Console.Out, TimeProvider.System, result.GetValue(_report) is { } folder ? new TrainingReport(folder, title, step) : null);
}
