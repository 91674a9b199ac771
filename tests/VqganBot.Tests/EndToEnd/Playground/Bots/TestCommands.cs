using VqganBot.Discord.Wire;

namespace VqganBot.Tests.EndToEnd.Playground.Bots;

/// <summary>Commands of the scripted bot, with an option of every kind.</summary>
internal static class TestCommands
{
    public static ApplicationCommand Paint { get; } = new()
    {
        Type = ApplicationCommandType.ChatInput,
        Name = "paint",
        NameLocalizations = new Dictionary<string, string> { ["de"] = "malen" },
        Description = "Paints",
        DescriptionLocalizations = new Dictionary<string, string> { ["de"] = "Malt" },
        Options =
        [
            Option(ApplicationCommandOptionType.String, "prompt", "What to paint") with { IsRequired = true, MaxLength = 100, NameLocalizations = new Dictionary<string, string> { ["de"] = "motiv" } },
            Option(ApplicationCommandOptionType.String, "size", "How large") with { Choices = [ApplicationCommandChoice.Of("small", "64x64"), ApplicationCommandChoice.Of("large", "512x512")] },
            Option(ApplicationCommandOptionType.String, "style", "In which style") with { Autocomplete = true },
            Option(ApplicationCommandOptionType.Integer, "steps", "How many steps") with { MinValue = 10, MaxValue = 500 },
            Option(ApplicationCommandOptionType.Number, "strength", "How strong") with { MinValue = 0, MaxValue = 1 },
            Option(ApplicationCommandOptionType.Boolean, "private", "For you only"),
            Option(ApplicationCommandOptionType.User, "for", "For whom"),
            Option(ApplicationCommandOptionType.Channel, "where", "Where to"),
            Option(ApplicationCommandOptionType.Role, "role", "For which role"),
            Option(ApplicationCommandOptionType.Attachment, "image", "To start from"),
        ],
    };

    public static ApplicationCommand Rules { get; } = new()
    {
        Type = ApplicationCommandType.ChatInput,
        Name = "rules",
        Description = "Rules",
        DefaultMemberPermissions = Permissions.ManageGuild,
        Options = [Option(ApplicationCommandOptionType.SubCommand, "set", "Sets a rule") with { Options = [Option(ApplicationCommandOptionType.String, "value", "To what") with { IsRequired = true }] }],
    };

    public static ApplicationCommand Vary { get; } = new() { Type = ApplicationCommandType.Message, Name = "Make variations" };

    private static ApplicationCommandOption Option(ApplicationCommandOptionType type, string name, string description) => new() { Type = type, Name = name, Description = description };
}
