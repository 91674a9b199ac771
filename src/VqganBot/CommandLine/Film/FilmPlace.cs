using System.Globalization;
using System.Text.Json;
using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Film;

/// <summary>Where a film goes, and the folder beside it where it is while it is painted.</summary>
internal sealed class FilmPlace
{
    private const string RecordName = "film.json";

    private FilmPlace(string film, string folder)
    {
        Film = film;
        Folder = folder;
        Frames = new FilmFolder(folder);
    }

    public string Film { get; }

    public string Folder { get; }

    public FilmFolder Frames { get; }

    private string RecordFile => Path.Combine(Folder, RecordName);

    /// <summary>A name the person gave is used as it is; one made from the prompt never meets what is there already.</summary>
    public static FilmPlace Choose(string? given, string? prompt)
    {
        if (given is not null)
        {
            var folder = Path.ChangeExtension(given, ".film");
            if (Path.Exists(folder))
                throw new UserErrorException(
                    $"'{folder}' is there already: a film that was left, or the frames of one. Go on with: {CommandContext.ProgramName} film resume {ShellText.Quote(folder)}; or remove it, or choose another --out.");
            return new FilmPlace(given, folder);
        }

        var slug = Slug.From(prompt);
        for (var attempt = 1; ; attempt++)
        {
            var stem = attempt == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{attempt}");
            if (!Path.Exists(stem + ".mp4") && !Path.Exists(stem + ".film")) return new FilmPlace(stem + ".mp4", stem + ".film");
        }
    }

    public static (FilmPlace Place, FilmRecord Record) Find(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(folder);
        var file = Path.Combine(path, RecordName);
        if (!File.Exists(file))
            throw new UserErrorException($"'{folder}' is not the folder of a film that was left: it has no {RecordName}.");
        var record = Read(file);
        // A name only: where the film goes is not for the file to say.
        return (new FilmPlace(Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileName(record.Out)), path), record);
    }

    public void Begin(FilmRecord record)
    {
        Directory.CreateDirectory(Folder);
        AtomicFile.Write(RecordFile, JsonSerializer.SerializeToUtf8Bytes(record, FilmJson.Default.FilmRecord));
    }

    /// <summary>Takes away what was needed only until the film was done.</summary>
    public void Finish(bool keepFrames)
    {
        Frames.DeleteStates();
        File.Delete(RecordFile);
        if (!keepFrames) Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A film that never began leaves nothing.</summary>
    public void RemoveIfNothingIsPainted()
    {
        if (Directory.Exists(Folder) && Directory.EnumerateFileSystemEntries(Folder).All(entry => Path.GetFileName(entry) == RecordName))
            Directory.Delete(Folder, recursive: true);
    }

    // Anyone can write such a file: what the reader left null must not surprise the painter.
    private static FilmRecord Read(string file)
    {
        try
        {
            var record = JsonSerializer.Deserialize(File.ReadAllBytes(file), FilmJson.Default.FilmRecord);
            return record is { Out: { Length: > 0 }, ModelSha256: not null, FramesPerSecond: >= 0.01 and <= 1000, Plan: { Move: not null, Frames: not null } }
                && (record.Kind == FilmKind.Style) == (record.Source is not null) && (record.Kind == FilmKind.Style) == (record.Plan.First is null)
                ? record
                : throw new UserErrorException($"'{file}' lacks some of what a film is painted by.");
        }
        catch (JsonException exception)
        {
            throw new UserErrorException($"'{file}' cannot be read: {exception.Message}");
        }
    }
}
