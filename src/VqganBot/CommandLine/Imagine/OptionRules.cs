using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Imagine.Look;

namespace VqganBot.CommandLine.Imagine;

/// <summary>What can be seen to be wrong before anything is loaded or written.</summary>
internal static class OptionRules
{
    internal static readonly string[] PictureExtensions = [".png", ".jpg", ".jpeg", ".webp"];

    internal static readonly string[] TimelapseExtensions = [".mp4", ".webp", ".gif"];

    public static void Check(ImagineOptions options)
    {
        CheckSource(options);
        CheckPicture("--out", options.Out);
        CheckExtension("--timelapse", options.Timelapse, TimelapseExtensions);
        Require(options.Look.SpotMask is null || options.Look.Spots.Count + options.Look.SpotsOff.Count > 0 || options.FromPng is not null,
            "--spot-mask says where but not what: add --spot \"PROMPT\" or --spot-off \"PROMPT\".");
        Require(!options.Look.Transparent || options.Out is null || PictureWriter.IsPng(options.Out),
            $"--transparent needs a PNG, and --out was given '{options.Out}': let the name end in .png.");
        Require(options.Frames is null || options.SaveEvery is not null,
            "--frames names a folder but not how often to save: add --save-every N, such as --save-every 10.");
        Require(options.SaveEvery is null || options.Frames is not null,
            "--save-every needs a folder for the pictures: add --frames DIR.");
        Require(options.Count == 1 || options.SaveState is null,
            "--save-state keeps one painting: it cannot go with --count.");
        if (File.Exists(options.Frames))
            throw new UserErrorException($"--frames was given '{options.Frames}', which is a file; it takes the name of a folder, which is made where it is missing.");
        RequireFolder("--timelapse", options.Timelapse);
        RequireFolder("--save-state", options.SaveState);
        RequireFile("--init", options.Init);
        RequireFile("--resume", options.Resume);
        RequireFile("--from-png", options.FromPng);
        if (options.Look.Palette is { } palette && IsPicture(palette.Text)) RequireFile("--palette", palette.Text);
        RequireFile("--spot-mask", SpotReader.MaskFile(options.Look));
        foreach (var image in options.ImagePrompts) RequireFile("--image-prompt", image.Text);
    }

    /// <summary>Whether this names a picture rather than says something in words.</summary>
    public static bool IsPicture(string text) => PictureExtensions.Contains(Path.GetExtension(text).ToLowerInvariant());

    /// <summary>A picture that is to be written: its name, and the folder it goes to.</summary>
    internal static void CheckPicture(string option, string? file)
    {
        CheckExtension(option, file, PictureExtensions);
        if (file is null) FolderProbe.RequireWritable($"Without {option} the picture goes into this folder", Directory.GetCurrentDirectory());
        RequireFolder(option, file);
    }

    private static void CheckSource(ImagineOptions options)
    {
        if (options.Resume is not null)
        {
            Require(options.FromPng is null, "--resume and --from-png exclude each other: one goes on, the other begins anew.");
            Require(options.Prompt is null && options.Count == 1,
                "--resume goes on with the prompt and the settings of the saved painting: give it neither a prompt nor --count.");
            Require(options.Look.IsEmpty && options is { Size: null, Seed: null, Preset: null, Init: null, InitWeight: null, Cutouts: null, LearningRate: null, StoryBlend: null, ImagePrompts.Count: 0,
                Start: null, Drafts: null, Guidance: null, BestOf: null, LowResolution: null },
                "--resume goes on with the settings of the saved painting; only --steps and where to write can be given.");
            return;
        }

        if (options.FromPng is not null)
        {
            Require(options.Prompt is null, "--from-png takes its prompt from the picture: leave out the prompt.");
            return;
        }

        Require(!string.IsNullOrWhiteSpace(options.Prompt) || options.ImagePrompts.Count + options.Look.Spots.Count + options.Look.SpotsOff.Count > 0,
            $"The prompt is empty. Say what to paint, for instance: {CommandContext.ProgramName} imagine \"chicken surf\"");
    }

    internal static void CheckExtension(string option, string? file, string[] accepted)
    {
        if (file is null) return;
        Require(accepted.Contains(Path.GetExtension(file).ToLowerInvariant()),
            $"{option} was given '{file}'; the name must end in {string.Join(", ", accepted[..^1])} or {accepted[^1]}.");
    }

    internal static void RequireFolder(string option, string? file)
    {
        if (file is null) return;
        var folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "/";
        if (!Directory.Exists(folder))
            throw new UserErrorException($"{option} points into the folder '{folder}', which does not exist. Make it first, or choose another.");
        if (Directory.Exists(file))
            throw new UserErrorException($"{option} was given '{file}', which is a folder; it takes the name of a file.");
        FolderProbe.RequireWritable(option, folder);
    }

    internal static void RequireFile(string option, string? file)
    {
        if (file is not null && !File.Exists(file))
            throw new UserErrorException($"{option} was given '{file}', which does not exist.");
    }

    internal static void Require(bool condition, string message)
    {
        if (!condition) throw UserErrorException.Usage(message);
    }
}
