using System.CommandLine;

namespace VqganBot.CommandLine.Film;

/// <summary><c>film</c>: pictures that move.</summary>
internal static class FilmCommand
{
    public static Command Create(CommandContext context) => new("film", "Paint films: into a picture, from phrase to phrase, or over another film.")
    {
        Painting(context, FilmKind.Zoom, "zoom", "Travel into a picture (or out of it, or past it) while it is painted on."),
        Painting(context, FilmKind.Story, "story", "Paint one phrase after another, each growing out of the one before it."),
        Painting(context, FilmKind.Style, "style", "Paint over each frame of a video or of a folder of pictures."),
        Resume(context),
    };

    private static Command Painting(CommandContext context, FilmKind kind, string name, string description)
    {
        var command = new Command(name, description);
        var set = new FilmOptionSet(kind);
        set.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = set.Read(parsed);
            FilmOptionRules.Check(options);
            return new FilmRun(options.Output, context).Begin(options);
        });
        return command;
    }

    private static Command Resume(CommandContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder that was left, such as tunnel.film." };
        var json = new Option<bool>("--json") { Description = "Print one line of JSON on the output; progress goes to the error stream." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No progress; print only the name of the film." };
        var command = new Command("resume", "Go on with a film that was interrupted.") { folder, json, quiet };
        command.SetAction(parsed =>
            new FilmRun(new FilmOutput(parsed.GetValue(json), parsed.GetValue(quiet)), context).Resume(parsed.GetValue(folder)!));
        return command;
    }
}
