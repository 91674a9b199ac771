namespace VqganBot.CommandLine;

/// <summary>What a command may touch of the outer world: two streams and a clock. A test brings its own.</summary>
/// <param name="IsErrorTerminal">True when a person watches the error stream, which carries the progress.</param>
internal sealed record CommandContext(TextWriter Out, TextWriter Error, bool IsErrorTerminal, TimeProvider Clock)
{
    public static CommandContext ForThisProcess() =>
        new(Console.Out, Console.Error, !Console.IsErrorRedirected, TimeProvider.System);

    /// <summary>How a person starts this program; run.sh says its own name.</summary>
    public static string ProgramName => Environment.GetEnvironmentVariable("VQGANBOT_COMMAND") ?? "./run.sh";
}
