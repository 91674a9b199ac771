namespace VqganBot.CommandLine.Errors;

/// <summary>The exceptions that are expected, each as the sentence a person reads.</summary>
internal static class KnownErrors
{
    public static KnownError? Describe(Exception exception) => exception switch
    {
        UserErrorException error => new(error.Message, error.ExitCode),
        OperationCanceledException => new("Stopped.", ExitCodes.Interrupted),
        UnauthorizedAccessException error => new($"No permission: {error.Message}"),
        FileNotFoundException { FileName: { } file } => new($"The file '{file}' does not exist."),
        DirectoryNotFoundException error => new($"A folder is missing: {error.Message}"),
        IOException error => new($"Reading or writing failed: {error.Message}"),
        _ => null,
    };
}
