using System.Runtime.InteropServices;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Verification;
using VqganBot.Imaging;
using VqganBot.Models;
using VqganBot.Models.Catalog;
using VqganBot.Models.Download;
using VqganBot.Search;

namespace VqganBot.CommandLine.Errors;

/// <summary>The exceptions that are expected, each as the sentence a person reads.</summary>
internal static class KnownErrors
{
    public static KnownError? Describe(Exception exception) => exception switch
    {
        UserErrorException error => new(error.Message, error.ExitCode),
        OperationCanceledException => new("Stopped.", ExitCodes.Interrupted),

        // These speak for themselves: their libraries write for people.
        PromptException or PaintingRequestException or SynthesisException or OutOfMemoryOnDeviceException
            or ImageCodecException or CheckpointException or ModelPackException or PrecisionException or VerificationException
            or ModelNotInstalledException or CatalogException or DownloadException or SearchIndexException => new(exception.Message),
        ImagingLibraryException => new($"{exception.Message} {Doctor}"),
        DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException } =>
            new($"A library is missing on this machine: {FirstLine((exception.InnerException ?? exception).Message)} {Doctor}"),
        InvalidDataException => new($"A file is not what it should be: {exception.Message}"),
        OutOfMemoryException => new("This machine has too little memory for that. Try a smaller --size or fewer --cutouts."),

        UnauthorizedAccessException => new($"No permission: {exception.Message}"),
        FileNotFoundException { FileName: { } file } => new($"The file '{file}' does not exist."),
        DirectoryNotFoundException => new($"A folder is missing: {exception.Message}"),
        IOException => new($"Reading or writing failed: {exception.Message}"),

        // libtorch's own complaint; below its first line is where in its C++ it arose.
        ExternalException => new($"libtorch failed: {FirstLine(exception.Message)} {Doctor}"),
        _ => null,
    };

    private static string Doctor => $"To see what is lacking: {CommandContext.ProgramName} doctor";

    private static string FirstLine(string message) => message.Split('\n', 2)[0].Split(" The loader said:", 2)[0].TrimEnd();
}
