using System.Globalization;
using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Validation.Commands;

/// <summary>What Discord accepts as a command: https://docs.discord.com/developers/interactions/application-commands</summary>
internal static class CommandRules
{
    private const int MostCharacters = 8000;

    public static void Check(Form command)
    {
        int type = command.Choice("type", [1, 2, 3]) ?? 1;
        int characters;
        if (type == (int)ApplicationCommandType.ChatInput)
            characters = CommandTextRules.NameAndDescription(command) + CommandOptionRules.Check(command, depth: 0);
        else
            characters = CheckMenu(command);

        if (characters > MostCharacters)
            command.Fail("APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MostCharacters})");
        CheckPermissions(command);
        command.Flag("dm_permission");
        command.Flag("default_permission");
        command.Flag("nsfw");
        CheckSet(command, "contexts", 2);
        CheckSet(command, "integration_types", 1);
    }

    private static int CheckMenu(Form command)
    {
        string? name = command.Text("name", 32, 1, required: true);
        if (!string.IsNullOrEmpty(command.Text("description", 100)))
            command.Fail("description", "APPLICATION_COMMAND_DESCRIPTION_CANNOT_BE_SET", "Context menu commands cannot have description");
        if (command.Elements("options", 25).Count > 0)
            command.Fail("options", "APPLICATION_COMMAND_OPTIONS_CANNOT_BE_SET", "Context menu commands cannot have options");
        int localized = LocalizationRules.Check(command, "name_localizations", (texts, locale) => texts.Text(locale, 32, 1, required: true));
        return Math.Max(name?.Length ?? 0, localized);
    }

    private static void CheckPermissions(Form command)
    {
        if (command.Text("default_member_permissions", 20) is { } bits && !ulong.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            command.Fail("default_member_permissions", "BITFIELD_TYPE_CONVERT", $"Value \"{bits}\" is not a bit set.");
    }

    private static void CheckSet(Form command, string field, int most)
    {
        HashSet<int> seen = [];
        foreach (JsonElement value in command.Elements(field, most + 1))
        {
            if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out int number) || number < 0 || number > most)
                command.Fail(field, "BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", Enumerable.Range(0, most + 1))}}}.");
            else if (!seen.Add(number))
                command.Fail(field, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
        }
    }
}
