using VqganBot.CommandLine;

namespace VqganBot.Tests.CommandLine;

/// <summary>Runs the command line in this process and keeps what it printed.</summary>
internal static class CommandLineRunner
{
    public static (int Code, string Out, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLineApp.Run(args, new CommandContext(output, error, IsErrorTerminal: false, TimeProvider.System));
        return (code, output.ToString(), error.ToString());
    }
}
