using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Imagine;

namespace VqganBot.CommandLine.Draft;

/// <summary>What can be seen to be wrong before anything is loaded or written.</summary>
internal static class DraftOptionRules
{
    public static void Check(DraftOptions options)
    {
        OptionRules.Require(!string.IsNullOrWhiteSpace(options.Prompt) || options.ImagePrompts.Count > 0,
            $"The prompt is empty. Say what to draft, for instance: {CommandContext.ProgramName} draft \"chicken surf\"");
        OptionRules.Require(options.Candidates is null || options.Keep is null || options.Keep <= options.Candidates,
            $"--keep {options.Keep} of --candidates {options.Candidates} is not possible: at most all of them can be kept.");
        OptionRules.CheckPicture("--out", options.Out);
        foreach (var image in options.ImagePrompts) OptionRules.RequireFile("--image-prompt", image.Text);
    }
}
