using VqganBot.CommandLine.Errors;

namespace VqganBot.CommandLine.Imagine;

/// <summary>Finds out that a folder cannot be written to before minutes of painting, not after.</summary>
internal static class FolderProbe
{
    public static void RequireWritable(string option, string folder)
    {
        var probe = Path.Combine(folder, $".vqganbot-{Guid.NewGuid():N}");
        try
        {
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{option}: nothing can be written to the folder '{folder}'. Choose another.");
        }
    }
}
