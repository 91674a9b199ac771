using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Commands;

/// <summary>The words <see cref="CommandDefinitions"/> is written in. Descriptions come later, from <see cref="CommandTexts"/>.</summary>
internal static class CommandParts
{
    private const int GuildInstall = 0;

    public static ApplicationCommand ForEveryone(string name, params IReadOnlyList<ApplicationCommandOption> options) =>
        Command(ApplicationCommandType.ChatInput, name) with { Options = options };

    /// <summary>Shown to those who may manage the server, unless its admins say otherwise; the handlers check the rights again.</summary>
    public static ApplicationCommand ForAdmins(string name, params IReadOnlyList<ApplicationCommandOption> options) =>
        ForEveryone(name, options) with { DefaultMemberPermissions = Permissions.ManageGuild, Contexts = [InteractionContextType.Guild] };

    public static ApplicationCommand OnMessages(string name) => Command(ApplicationCommandType.Message, name);

    public static ApplicationCommandOption Sub(string name, params IReadOnlyList<ApplicationCommandOption> options) =>
        Option(ApplicationCommandOptionType.SubCommand, name) with { Options = options };

    public static ApplicationCommandOption Text(string name, int most) => Option(ApplicationCommandOptionType.String, name) with { MaxLength = most };

    public static ApplicationCommandOption Choice(string name, IReadOnlyList<string> values) =>
        Option(ApplicationCommandOptionType.String, name) with { Choices = [.. values.Select(value => ApplicationCommandChoice.Of(value, value))] };

    public static ApplicationCommandOption Whole(string name, long least, long most) =>
        Option(ApplicationCommandOptionType.Integer, name) with { MinValue = least, MaxValue = most };

    public static ApplicationCommandOption Number(string name, double least, double most) =>
        Option(ApplicationCommandOptionType.Number, name) with { MinValue = least, MaxValue = most };

    public static ApplicationCommandOption Flag(string name) => Option(ApplicationCommandOptionType.Boolean, name);

    public static ApplicationCommandOption File(string name) => Option(ApplicationCommandOptionType.Attachment, name);

    public static ApplicationCommandOption User(string name) => Option(ApplicationCommandOptionType.User, name);

    public static ApplicationCommandOption Role(string name) => Option(ApplicationCommandOptionType.Role, name);

    public static ApplicationCommandOption Channel(string name) => Option(ApplicationCommandOptionType.Channel, name);

    public static ApplicationCommandOption Required(ApplicationCommandOption option) => option with { IsRequired = true };

    public static ApplicationCommandOption Suggested(ApplicationCommandOption option) => option with { Autocomplete = true };

    private static ApplicationCommand Command(ApplicationCommandType type, string name) => new()
    {
        Type = type,
        Name = name,
        Contexts = [InteractionContextType.Guild, InteractionContextType.BotDm],
        IntegrationTypes = [GuildInstall],
    };

    private static ApplicationCommandOption Option(ApplicationCommandOptionType type, string name) => new() { Type = type, Name = name, Description = "" };
}
