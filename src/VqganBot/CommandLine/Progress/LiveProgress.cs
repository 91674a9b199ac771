using Spectre.Console;

namespace VqganBot.CommandLine.Progress;

/// <summary>A bar that moves, for a person at a terminal.</summary>
internal sealed class LiveProgress(TextWriter output) : IPaintingProgress
{
    public void Run(string title, int done, int steps, Action<Action<StepReport>> paint)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var column = new StepColumn();
        var columns = new ProgressColumn[]
        {
            new TaskDescriptionColumn(), new ProgressBarColumn(), column,
        };
        console.Progress().AutoClear(true).Columns(columns).Start(context =>
        {
            var task = context.AddTask(Markup.Escape(Shorten(title)), maxValue: steps);
            task.Value = done;
            paint(report =>
            {
                column.Show(report);
                task.Value = report.Step;
            });
        });
    }

    private static string Shorten(string title) => title.Length <= 32 ? title : title[..31] + "…";
}
