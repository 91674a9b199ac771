namespace VqganBot.CommandLine.Errors;

/// <summary>The one place that turns an exception into a sentence on the error stream and an exit code.</summary>
internal sealed class ErrorReporter(TextWriter error, bool verbose)
{
    public int Report(Exception exception)
    {
        var known = KnownErrors.Describe(exception);
        if (known is null)
        {
            error.WriteLine($"Something went wrong that should not have: {exception.GetType().Name}: {exception.Message}");
            error.WriteLine("This is a mistake in the program. Please report it, with the command you ran.");
            if (!verbose) error.WriteLine("The same command with --verbose shows where it happened.");
        }
        else
        {
            error.WriteLine(known.Message);
        }

        if (verbose) error.WriteLine(exception);
        return known?.ExitCode ?? ExitCodes.Failed;
    }
}
