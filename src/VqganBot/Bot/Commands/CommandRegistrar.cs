using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VqganBot.Bot.Results;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Commands;

/// <summary>Tells Discord the commands when they differ from what it knows: a bot that did so at each start would use up its 200 a day.</summary>
internal sealed partial class CommandRegistrar(DiscordRestClient rest, CommandMentions mentions, IOptions<CommandsOptions> options, ILogger<CommandRegistrar> logger)
{
    /// <returns>The commands as Discord knows them, with their ids.</returns>
    public async Task<IReadOnlyList<ApplicationCommand>> RegisterAsync(Snowflake application, CancellationToken cancellation)
    {
        var commands = await RegisterChangesAsync(application, cancellation);
        mentions.Know(commands);
        return commands;
    }

    private async Task<IReadOnlyList<ApplicationCommand>> RegisterChangesAsync(Snowflake application, CancellationToken cancellation)
    {
        Snowflake? guild = Snowflake.TryParse(options.Value.Guild, out var id) ? id : null;
        var known = await rest.GetCommandsAsync(application, guild, cancellation);
        if (CommandNormalForm.Of(known, guild is not null).SequenceEqual(CommandNormalForm.Of(CommandDefinitions.All, guild is not null)))
        {
            Log.Unchanged(logger, known.Count, Where(guild));
            return known;
        }

        try
        {
            var registered = await rest.PutCommandsAsync(application, guild, ToSend(guild), cancellation);
            Log.Registered(logger, registered.Count, Where(guild), string.Join(", ", registered.Select(command => $"{command.Name} {command.Id}")));
            return registered;
        }
        catch (DiscordApiException exception) when (exception.Code == DiscordErrorCode.TooManyCommandCreates)
        {
            Log.TooMany(logger, Where(guild), known.Count);
            return known;
        }
    }

    // Contexts and kinds of installation are a matter of global commands only.
    private static IReadOnlyList<ApplicationCommand> ToSend(Snowflake? guild) => guild is null
        ? CommandDefinitions.All
        : [.. CommandDefinitions.All.Select(command => command with { Contexts = null, IntegrationTypes = null })];

    private static string Where(Snowflake? guild) => guild is null ? "everywhere" : $"in the guild {guild}";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The {Count} commands are registered {Where} as they should be.")]
        public static partial void Unchanged(ILogger logger, int count, string where);

        [LoggerMessage(2, LogLevel.Information, "Registered {Count} commands {Where}: {Commands}.")]
        public static partial void Registered(ILogger logger, int count, string where, string commands);

        [LoggerMessage(3, LogLevel.Warning, "Discord takes no more new commands {Where} today (200 a day); the {Count} registered before stay, and may lack what this version added.")]
        public static partial void TooMany(ILogger logger, string where, int count);
    }
}
