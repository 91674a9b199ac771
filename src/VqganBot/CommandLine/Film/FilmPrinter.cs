using System.Globalization;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Progress;

namespace VqganBot.CommandLine.Film;

/// <summary>The last lines: where the film is, how long it took, how to go on.</summary>
internal sealed class FilmPrinter(FilmOutput output, CommandContext context)
{
    public void Done(FilmResult result)
    {
        if (output.Json) context.Out.WriteLine(FilmJson.Line(result));
        else if (output.Quiet) context.Out.WriteLine(result.File);
        else Tell(result);
    }

    public void Stopped(FilmResult result, int framesAsked)
    {
        if (output.Json) context.Out.WriteLine(FilmJson.Line(result));
        var told = output.Json || output.Quiet ? context.Error : context.Out;
        told.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Stopped after {result.Frames} of {framesAsked} frames, {Figures(result)}"));
        told.WriteLine($"  {GoOn(result.Folder!)}");
    }

    public static string GoOn(string folder) => $"Go on with:        {CommandContext.ProgramName} film resume {ShellText.Quote(folder)}";

    private void Tell(FilmResult result)
    {
        var sound = result.Sound == true ? " with sound" : "";
        context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.File}  {result.Width}x{result.Height}, {result.Frames} frames, {result.Frames / result.FramesPerSecond:0.0} s{sound}, {Figures(result)}"));
        if (result.Folder is not null) context.Out.WriteLine($"  Its frames: {result.Folder}");
    }

    private static string Figures(FilmResult result) => string.Create(CultureInfo.InvariantCulture,
        $"painted in {StepText.Duration(TimeSpan.FromSeconds(result.Seconds))} ({StepText.Speed(result.StepsPerSecond)}), seed {result.Seed}");
}
