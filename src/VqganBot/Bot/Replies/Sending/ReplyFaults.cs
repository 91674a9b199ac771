using System.Net;
using VqganBot.Discord.Rest;

namespace VqganBot.Bot.Replies.Sending;

/// <summary>What to make of Discord's refusals: https://docs.discord.com/developers/topics/opcodes-and-status-codes</summary>
internal static class ReplyFaults
{
    public static ReplyFault Of(DiscordApiException exception) => exception.Code switch
    {
        50027 or 10015 or 10062 => ReplyFault.TokenDead,
        10008 => ReplyFault.MessageGone,
        30046 or 50005 or 50021 => ReplyFault.MessageClosed,
        10003 or 10004 => ReplyFault.PlaceGone,
        50001 or 50013 or 50007 or 50278 or 50083 or 160005 => ReplyFault.NoAccess,
        40005 or 50045 => ReplyFault.TooLarge,
        400001 or 30015 or 50046 or 50110 or 50123 or 50146 => ReplyFault.NoFiles,
        20009 or 200000 or 200001 or 240000 => ReplyFault.Filtered,
        20028 or 20029 or 20016 or 40062 or 130000 => ReplyFault.Transient,
        // The bot's token is refused: a person will set a good one, and the picture is still there then.
        50014 or 40001 => ReplyFault.Transient,
        _ => OfStatus(exception.Status),
    };

    /// <summary>For the requester, who finds it in the history.</summary>
    public static string Reason(ReplyFault fault) => fault switch
    {
        ReplyFault.TokenDead or ReplyFault.OutOfReach => "It was finished after the 15 minutes in which Discord lets me write there.",
        ReplyFault.MessageGone or ReplyFault.MessageClosed => "The message it belonged to is gone.",
        ReplyFault.PlaceGone => "The channel it was painted for is gone.",
        ReplyFault.NoAccess => "I may not write in that channel any more: I need View Channel, Send Messages and Attach Files there.",
        ReplyFault.TooLarge or ReplyFault.NoFiles => "Discord did not accept the file.",
        ReplyFault.Filtered => "A filter of Discord or of the server refused the message.",
        _ => "Discord refused the message.",
    };

    private static ReplyFault OfStatus(HttpStatusCode status) => (int)status switch
    {
        // No answer at all has no status.
        0 or 401 or 408 or 429 or >= 500 => ReplyFault.Transient,
        403 => ReplyFault.NoAccess,
        404 => ReplyFault.MessageGone,
        413 => ReplyFault.TooLarge,
        _ => ReplyFault.Invalid,
    };
}
