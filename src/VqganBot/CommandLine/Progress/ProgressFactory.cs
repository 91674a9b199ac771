namespace VqganBot.CommandLine.Progress;

internal static class ProgressFactory
{
    /// <summary>Progress goes to the error stream always, so that the output holds results only.</summary>
    public static IPaintingProgress Create(CommandContext context, bool quiet) =>
        quiet ? new SilentProgress()
        : context.IsErrorTerminal ? new LiveProgress(context.Error)
        : new PlainProgress(context.Error, context.Clock);
}
