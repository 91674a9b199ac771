using System.Text.RegularExpressions;

namespace VqganBot.Simulator.Validation.Commands;

/// <summary>https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming</summary>
internal static partial class CommandNameRules
{
    /// <summary>The name of a slash command or of an option.</summary>
    public static string? Check(Form form, string field)
    {
        string? name = form.Text(field, 32, 1, required: true);
        if (name is null)
            return null;
        if (!Pattern().IsMatch(name) || name != name.ToLowerInvariant())
        {
            form.Fail(field, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
            return null;
        }
        return name;
    }

    // Discord's own: letters and numbers of any language, the signs of Devanagari and Thai, dash, underscore, apostrophe.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex Pattern();
}
