using System.CommandLine;

namespace VqganBot.CommandLine.Bench;

/// <summary>What can be measured; each prints a table, or with <c>--json</c> one line.</summary>
internal static class BenchCommand
{
    public static Command Create(CommandContext context) => new("bench", "Measure how fast it paints here.")
    {
        StepCommand.Create(context),
        PaintCommand.Create(context),
        LoadCommand.Create(context),
        BatchCommand.Create(context),
        QueueCommand.Create(context),
        StepCommand.CreateWorker(context),
        LoadCommand.CreateLoader(context),
    };
}
