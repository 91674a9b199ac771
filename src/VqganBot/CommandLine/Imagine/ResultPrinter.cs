using System.Globalization;
using VqganBot.CommandLine.Progress;

namespace VqganBot.CommandLine.Imagine;

/// <summary>The last lines: where the picture is, how long it took, how to have it again.</summary>
internal sealed class ResultPrinter(ImagineOptions options, CommandContext context)
{
    public void Picture(ImagineResult result, int stepsAsked)
    {
        if (options.Json) context.Out.WriteLine(ImagineJson.Line(result));
        else if (options.Quiet) context.Out.WriteLine(result.File);
        else if (result.Interrupted) Stopped(result, stepsAsked);
        else Done(result, stepsAsked);
        // With --json or --quiet the way to go on must still be told.
        if (result.Interrupted && (options.Json || options.Quiet)) context.Error.WriteLine(GoOn(result));
    }

    public void Sheet(string file, int count)
    {
        if (options.Json) return;
        context.Out.WriteLine(options.Quiet ? file : $"All {count} on one sheet: {file}");
    }

    private void Done(ImagineResult result, int stepsAsked)
    {
        context.Out.WriteLine($"{result.File}  {Size(result)}, {Figures(result)}");
        if (result.Steps < stepsAsked) context.Out.WriteLine($"  It stood still after {result.Steps} of {stepsAsked} steps and was left at that.");
        if (result.Timelapse is not null) context.Out.WriteLine($"  How it came to be: {result.Timelapse}");
        if (result.State is not null) context.Out.WriteLine($"  Its state: {result.State}");
        context.Out.WriteLine($"  The same again:    {Again(result)}");
        context.Out.WriteLine($"  Another like it:   {Another(result)}");
    }

    private void Stopped(ImagineResult result, int stepsAsked)
    {
        context.Out.WriteLine($"Stopped at step {result.Steps} of {stepsAsked}. The picture so far: {result.File}  {Size(result)}, {Figures(result)}");
        if (result.Timelapse is not null) context.Out.WriteLine($"  How it came to be: {result.Timelapse}");
        context.Out.WriteLine($"  {GoOn(result)}");
    }

    private static string GoOn(ImagineResult result) =>
        $"Go on with:        {CommandContext.ProgramName} imagine --resume {ShellText.Quote(result.State!)} --out {ShellText.Quote(result.File)}";

    private static string Again(ImagineResult result) => IsPng(result)
        ? $"{CommandContext.ProgramName} imagine --from-png {ShellText.Quote(result.File)}"
        : $"{Repeat(result, result.Seed)}, with the other options you gave";

    private static string Another(ImagineResult result) => IsPng(result)
        ? string.Create(CultureInfo.InvariantCulture, $"{Again(result)} --seed {unchecked(result.Seed + 1)}")
        : $"{Repeat(result, unchecked(result.Seed + 1))}, with the other options you gave";

    private static string Repeat(ImagineResult result, ulong seed) => string.Create(CultureInfo.InvariantCulture,
        $"{CommandContext.ProgramName} imagine {ShellText.Quote(result.Prompt)} --seed {seed}");

    // Only a PNG carries its settings.
    private static bool IsPng(ImagineResult result) => Path.GetExtension(result.File).Equals(".png", StringComparison.OrdinalIgnoreCase);

    private static string Size(ImagineResult result) => $"{result.Width}x{result.Height}";

    private static string Figures(ImagineResult result) => string.Create(CultureInfo.InvariantCulture,
        $"{result.Steps} steps in {StepText.Duration(TimeSpan.FromSeconds(result.Seconds))} ({StepText.Speed(result.StepsPerSecond)}), similarity {result.Similarity:0.000}, seed {result.Seed}");
}
