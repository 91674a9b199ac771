using System.CommandLine;
using System.CommandLine.Invocation;
using VqganBot.CommandLine.Errors;

namespace VqganBot.CommandLine;

/// <summary>From arguments to an exit code. Every error of every command ends here.</summary>
internal static class CommandLineApp
{
    public static int Run(string[] args, CommandContext context)
    {
        var root = RootBuilder.Build(context);
        // A prompt may begin with "@": no argument is ever the name of a response file.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction) return ReportUsage(parsed, context);

        var configuration = new InvocationConfiguration
        {
            Output = context.Out,
            Error = context.Error,
            EnableDefaultExceptionHandler = false,
            // Painting answers Ctrl-C itself: it saves the picture first.
            ProcessTerminationTimeout = null,
        };
        try
        {
            return parsed.Invoke(configuration);
        }
        catch (Exception exception)
        {
            return new ErrorReporter(context.Error, IsVerbose(parsed)).Report(exception);
        }
    }

    private static int ReportUsage(ParseResult parsed, CommandContext context)
    {
        foreach (var message in parsed.Errors.Select(error => error.Message).Distinct())
            context.Error.WriteLine(message);
        var path = parsed.CommandResult.Command is RootCommand ? "" : PathOf(parsed.CommandResult) + " ";
        context.Error.WriteLine($"See: {CommandContext.ProgramName} {path}--help");
        return ExitCodes.Usage;
    }

    private static string PathOf(System.CommandLine.Parsing.CommandResult result) =>
        result.Parent is System.CommandLine.Parsing.CommandResult { Command: not RootCommand } parent
            ? $"{PathOf(parent)} {result.Command.Name}"
            : result.Command.Name;

    private static bool IsVerbose(ParseResult parsed) =>
        parsed.GetValue(RootBuilder.Verbose)
        || Environment.GetEnvironmentVariable("VQGANBOT_DEBUG") is { Length: > 0 };
}
