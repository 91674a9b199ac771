using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Validation.Commands;

/// <summary>https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure</summary>
internal static class CommandOptionRules
{
    private const int Most = 25;
    private const int SubCommand = (int)ApplicationCommandOptionType.SubCommand;
    private const int Group = (int)ApplicationCommandOptionType.SubCommandGroup;
    private static readonly int[] Values = [3, 4, 5, 6, 7, 8, 9, 10, 11];

    /// <param name="depth">0 in a command, 1 in a group, 2 in a subcommand.</param>
    /// <returns>The characters that count towards the size of the command.</returns>
    public static int Check(Form owner, int depth)
    {
        int characters = 0;
        bool hasOptional = false, hasValues = false, hasSubcommands = false;
        HashSet<string> names = [];
        foreach (Form option in owner.List("options", Most))
        {
            characters += CommandTextRules.NameAndDescription(option);
            if (option.Text("name", 32) is { } name && !names.Add(name))
                option.Fail("name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");

            int? type = option.Choice("type", Allowed(depth), required: true);
            bool required = option.Flag("required") ?? false;
            if (type is SubCommand or Group)
            {
                hasSubcommands = true;
                characters += Check(option, type == Group ? 1 : 2);
                if (type == Group && option.Elements("options", Most).Count == 0)
                    option.Fail("options", "BASE_TYPE_REQUIRED", "This field is required");
            }
            else if (type is { } value)
            {
                hasValues = true;
                if (required && hasOptional)
                    option.Fail("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
                hasOptional |= !required;
                characters += CommandValueRules.Check(option, (ApplicationCommandOptionType)value);
            }
        }
        if (hasSubcommands && hasValues)
            owner.Fail("options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
        return characters;
    }

    private static int[] Allowed(int depth) => depth switch
    {
        0 => [SubCommand, Group, .. Values],
        1 => [SubCommand],
        _ => Values,
    };
}
