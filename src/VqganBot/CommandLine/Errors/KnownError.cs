namespace VqganBot.CommandLine.Errors;

internal sealed record KnownError(string Message, int ExitCode = ExitCodes.Failed);
