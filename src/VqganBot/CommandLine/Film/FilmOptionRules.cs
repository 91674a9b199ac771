using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Imagine;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Film;

/// <summary>What can be seen to be wrong before anything is loaded or written.</summary>
internal static class FilmOptionRules
{
    private const int FastestRate = 240;

    public static void Check(FilmOptions options)
    {
        var picture = options.Picture;
        if (string.IsNullOrWhiteSpace(picture.Prompt) && picture.ImagePrompts.Count == 0)
            throw UserErrorException.Usage($"The prompt is empty. Say what to paint, for instance: {CommandContext.ProgramName} {Example(options.Kind)}");
        if (options.Strength is > 1)
            throw UserErrorException.Usage("--strength goes from 0, which leaves the frames as they are, to 1.");
        if (options.FramesPerSecond is > FastestRate)
            throw UserErrorException.Usage($"--fps goes up to {FastestRate} frames in a second.");
        if (options.Source is { } source && !File.Exists(source) && !Directory.Exists(source))
            throw new UserErrorException($"There is neither a video nor a folder '{source}'.");
        OptionRules.CheckExtension("--out", options.Out, OptionRules.TimelapseExtensions);
        if (options.Out is null) FolderProbe.RequireWritable("Without --out the film goes into this folder", Directory.GetCurrentDirectory());
        OptionRules.RequireFolder("--out", options.Out);
        OptionRules.RequireFile("--init", picture.Init);
        foreach (var image in picture.ImagePrompts) OptionRules.RequireFile("--image-prompt", image.Text);
        RequireFfmpeg(options.Out);
    }

    // Hours of painting must not end in "ffmpeg was not found".
    private static void RequireFfmpeg(string? film)
    {
        if (Path.GetExtension(film ?? ".mp4").Equals(".mp4", StringComparison.OrdinalIgnoreCase) && ImagingLibrary.FfmpegVersion() is null)
            throw new UserErrorException("An .mp4 needs ffmpeg, which was not found; on Debian or Ubuntu install it with 'apt install ffmpeg', or give --out a name that ends in .webp or .gif.");
    }

    private static string Example(FilmKind kind) => kind switch
    {
        FilmKind.Story => "film story \"spring ^ summer\"",
        FilmKind.Style => "film style holiday.mp4 \"in watercolour\"",
        _ => "film zoom \"a tunnel of leaves\"",
    };
}
