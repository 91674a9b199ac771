namespace VqganBot.CommandLine.Errors;

/// <summary>The person asked for something that cannot be; the message is a sentence that says what would be accepted.</summary>
internal sealed class UserErrorException(string message, int exitCode = ExitCodes.Failed) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static UserErrorException Usage(string message) => new(message, ExitCodes.Usage);
}
