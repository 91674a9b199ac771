using System.CommandLine;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Verification;

namespace VqganBot.CommandLine.Models;

/// <summary><c>models verify-golden</c>: our networks against the original's stored arrays.</summary>
internal static class GoldenCommand
{
    public static Command Create(CommandContext context)
    {
        var folders = new Argument<string[]>("FOLDER")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Folders of golden data, or a folder of such folders; what is in them is found out from the files.",
        };
        var command = new Command("verify-golden", "Compare the networks here with stored results of the original ones.") { folders };
        command.SetAction(parsed => Run(parsed.GetValue(folders)!.SelectMany(Expand), context));
        return command;
    }

    private static int Run(IEnumerable<string> folders, CommandContext context)
    {
        int passed = 0, failed = 0;
        foreach (var folder in folders)
        {
            try
            {
                foreach (var report in GoldenVerifier.Verify(folder))
                {
                    GoldenPrinter.Print(context.Out, report);
                    if (report.Passed) passed++;
                    else failed++;
                }
            }
            catch (Exception exception) when (exception is VerificationException or CheckpointException)
            {
                // One bad folder must not hide what the others hold.
                context.Out.WriteLine($"FAILED  {folder}: {exception.Message}");
                failed++;
            }
        }

        context.Out.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 && passed > 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    // A folder without a file of its own, apart from notes about it, stands for the folders in it. A note itself, which a
    // shell's star brings along, stands for nothing.
    private static IEnumerable<string> Expand(string folder)
    {
        if (IsNote(folder) && File.Exists(folder)) return [];
        if (!Directory.Exists(folder) || Directory.EnumerateFiles(folder).Any(file => !IsNote(file))) return [folder];
        var within = Directory.GetDirectories(folder).Order(StringComparer.Ordinal).ToArray();
        return within.Length > 0 ? within : [folder];
    }

    private static bool IsNote(string file) => file.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
}
