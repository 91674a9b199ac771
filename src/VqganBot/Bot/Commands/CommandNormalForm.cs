using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Commands;

/// <summary>
/// One text for all that means the same to Discord: what it fills in, orders or leaves out as it likes is taken away, so that
/// two commands differ here only when a person would see a difference.
/// </summary>
internal static class CommandNormalForm
{
    public static IReadOnlyList<string> Of(IEnumerable<ApplicationCommand> commands, bool isGuild) =>
        [.. commands.Select(command => Of(command, isGuild)).Order(StringComparer.Ordinal)];

    private static string Of(ApplicationCommand command, bool isGuild) => JsonSerializer.Serialize(
        command with
        {
            Id = null,
            ApplicationId = null,
            GuildId = null,
            Version = null,
            NameLocalizations = Sorted(command.NameLocalizations),
            Description = command.Description is "" ? null : command.Description,
            DescriptionLocalizations = Sorted(command.DescriptionLocalizations),
            Options = Of(command.Options),
            // A guild's own commands are in that guild, and nowhere else.
            Contexts = isGuild || command.Contexts is null ? null : [.. command.Contexts.Order()],
            IntegrationTypes = isGuild || command.IntegrationTypes is null ? null : [.. command.IntegrationTypes.Order()],
            Nsfw = command.Nsfw == true ? true : null,
        },
        DiscordJson.Default.ApplicationCommand);

    private static ApplicationCommandOption[]? Of(IReadOnlyList<ApplicationCommandOption>? options) => options is null or [] ? null :
    [
        .. options.Select(option => option with
        {
            NameLocalizations = Sorted(option.NameLocalizations),
            DescriptionLocalizations = Sorted(option.DescriptionLocalizations),
            IsRequired = option.IsRequired == true ? true : null,
            Autocomplete = option.Autocomplete == true ? true : null,
            Choices = option.Choices is null or [] ? null : [.. option.Choices.Select(choice => choice with { NameLocalizations = Sorted(choice.NameLocalizations) })],
            ChannelTypes = option.ChannelTypes is null or [] ? null : option.ChannelTypes,
            Options = Of(option.Options),
        }),
    ];

    private static SortedDictionary<string, string>? Sorted(IReadOnlyDictionary<string, string>? texts) =>
        texts is null or { Count: 0 } ? null : new SortedDictionary<string, string>(texts.ToDictionary(), StringComparer.Ordinal);
}
