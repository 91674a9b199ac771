using System.CommandLine;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Options;

/// <summary>Options whose value may have a weight behind a colon, as a prompt has.</summary>
internal static class WeightedOption
{
    public static Option<TextPrompt?> Text(string name, string help, string description) =>
        NumberOption.Create(name, help, description, Parse, "words and, after a colon, a weight above 0");

    public static Option<(T, double)?> Choice<T>(string name, string help, string description)
        where T : struct, Enum => NumberOption.Create<(T, double)?>(
            name, help, $"{description} AXIS is {ChoiceOption.Words<T>()}.",
            text => Parse(text) is { } read && ChoiceOption.Parse<T>(read.Text) is { } choice ? (choice, read.Weight) : null,
            $"{ChoiceOption.Words<T>()} and, after a colon, a weight above 0");

    private static TextPrompt? Parse(string text)
    {
        try
        {
            return PromptParser.ParseFile(text) is { Weight: > 0 } read && double.IsNegativeInfinity(read.Stop) && read.Text.Length > 0 ? read : null;
        }
        catch (PromptException)
        {
            return null;
        }
    }
}
