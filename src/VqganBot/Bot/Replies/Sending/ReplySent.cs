using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Replies.Sending;

/// <summary>How sending went.</summary>
/// <param name="Message">The message that shows it now.</param>
/// <param name="Fault">Null when it went well.</param>
internal sealed record ReplySent(Snowflake? Message, ReplyFault? Fault, DiscordApiException? Exception)
{
    public static ReplySent Not(ReplyFault fault) => new(null, fault, null);
}
