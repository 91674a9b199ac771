using System.Globalization;
using System.Text;
using VqganBot.Bot.Replies;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Bot.Imagine.Requests;

/// <summary>What people type as prompts, checked by the parser that will read it.</summary>
internal static class PromptText
{
    private const int MostOfError = 500;

    /// <exception cref="UserFacingException">It is empty, too long, or its weights cannot be read.</exception>
    public static string Require(string? text, string option, int most)
    {
        // Lines and tabs of a form are spaces; other control characters mean nothing to anyone.
        var line = string.Concat((text ?? "").Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter).Where(letter => !char.IsControl(letter))).Trim();
        if (!line.EnumerateRunes().Any(IsSeen))
            throw new UserFacingException($"The {option} is empty. Say in words what to paint, such as *chicken surf*.");
        if (line.Length > most)
            throw new UserFacingException($"The {option} has {line.Length} characters; at most {most} are read.");
        try
        {
            PromptParser.Parse(line);
            return line;
        }
        catch (PromptException exception)
        {
            throw new UserFacingException(Echo.Prompt(exception.Message, MostOfError));
        }
    }

    // Spaces of no width and marks of direction are no words.
    private static bool IsSeen(Rune rune) => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;

    /// <summary>As <see cref="Require"/>, where nothing may be given too.</summary>
    public static string? Check(string? text, string option, int most) => string.IsNullOrWhiteSpace(text) ? null : Require(text, option, most);
}
