using Spectre.Console;
using VqganBot.Models;
using VqganBot.Models.Download;

namespace VqganBot.CommandLine.Models;

/// <summary>Shows a download: bars for a person at a terminal, an occasional line otherwise.</summary>
internal static class PullProgress
{
    public static Task<InstalledModel> RunAsync(CommandContext context, Func<IProgress<DownloadProgress>, Task<InstalledModel>> pull)
    {
        if (!context.IsErrorTerminal) return pull(new Lines(context.Error));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
        return console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
            .StartAsync(bars => pull(new Bars(bars)));
    }

    private static string Text(DownloadPhase phase) => phase switch
    {
        DownloadPhase.Fetching => "",
        DownloadPhase.Retrying => "  (trying again)",
        DownloadPhase.Checking => "  (checking its sum)",
        DownloadPhase.Converting => "  (converting)",
        _ => "  (done)",
    };

    private sealed class Bars(ProgressContext context) : IProgress<DownloadProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(DownloadProgress value)
        {
            if (!_tasks.TryGetValue(value.FileName, out var task)) _tasks[value.FileName] = task = context.AddTask(value.FileName);
            task.Description = Markup.Escape(value.FileName + Text(value.Phase));
            task.MaxValue = Math.Max(1, Math.Max(value.Total, value.Received));
            task.Value = value.Phase == DownloadPhase.Done ? task.MaxValue : value.Received;
        }
    }

    private sealed class Lines(TextWriter output) : IProgress<DownloadProgress>
    {
        private (string File, DownloadPhase Phase, long Tenth) _shown = ("", default, -1);

        public void Report(DownloadProgress value)
        {
            var now = (value.FileName, value.Phase, Tenth: value.Total > 0 ? value.Received * 10 / value.Total : 0);
            if (now == _shown) return;
            _shown = now;
            output.WriteLine($"  {value.FileName}  {ByteSize.Text(value.Received)} of {ByteSize.Text(value.Total)}{Text(value.Phase)}{(value.Phase == DownloadPhase.Retrying && value.Mirror is { } mirror ? $" at {mirror.Host}" : "")}");
        }
    }
}
