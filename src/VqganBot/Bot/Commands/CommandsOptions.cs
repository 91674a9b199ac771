using System.ComponentModel.DataAnnotations;

namespace VqganBot.Bot.Commands;

/// <summary>Where the commands are registered.</summary>
internal sealed class CommandsOptions
{
    public const string Section = "Commands";

    /// <value>The id of the one guild that gets the commands, at once; empty, the default: every guild and direct messages.</value>
    [RegularExpression(@"^[0-9]{1,20}$", ErrorMessage = "Commands:Guild must be the id of a guild, a number as Discord's 'Copy Server ID' gives it, or be left out.")]
    public string? Guild { get; set; }
}
