using VqganBot.Discord.Rest.Sending;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Rest;

public sealed partial class DiscordRestClient
{
    /// <summary>The commands of a scope, with their translations.</summary>
    /// <param name="guild">The guild whose own commands are meant; null for the global ones.</param>
    public async Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(Snowflake application, Snowflake? guild, CancellationToken cancellation = default)
    {
        Route route = CommandsRoute(HttpMethod.Get, "?with_localizations=true", application, guild);
        RestAnswer answer = await _transport.SendAsync(route, null, Retries.Always, cancellation).ConfigureAwait(false);
        return answer.Read(DiscordJson.Default.IReadOnlyListApplicationCommand);
    }

    /// <summary>Replaces all commands of a scope.</summary>
    public async Task<IReadOnlyList<ApplicationCommand>> PutCommandsAsync(Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        Route route = CommandsRoute(HttpMethod.Put, "", application, guild);
        RequestBody body = RequestBody.Of(commands, DiscordJson.Default.IReadOnlyListApplicationCommand);
        RestAnswer answer = await _transport.SendAsync(route, body, Retries.Always, cancellation).ConfigureAwait(false);
        return answer.Read(DiscordJson.Default.IReadOnlyListApplicationCommand);
    }

    private static Route CommandsRoute(HttpMethod method, string query, Snowflake application, Snowflake? guild) => guild is { } one
        ? Route.ForBot(method, "/applications/{application_id}/guilds/{guild_id}/commands" + query, application, one)
        : Route.ForBot(method, "/applications/{application_id}/commands" + query, application);
}
