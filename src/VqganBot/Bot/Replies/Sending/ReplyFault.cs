namespace VqganBot.Bot.Replies.Sending;

/// <summary>Why a reply did not go out, by what can be done about it.</summary>
internal enum ReplyFault
{
    /// <summary>The interaction's token is dead: the bot's own route is left.</summary>
    TokenDead,

    /// <summary>No route reaches it: the token is dead, and the reply is private or the bot no member there.</summary>
    OutOfReach,

    /// <summary>Somebody deleted the message.</summary>
    MessageGone,

    /// <summary>The message is there and takes no more edits.</summary>
    MessageClosed,

    /// <summary>The channel or server is gone.</summary>
    PlaceGone,

    /// <summary>The bot may not write there.</summary>
    NoAccess,

    /// <summary>Smaller files would go through.</summary>
    TooLarge,

    /// <summary>The words would go through, the files do not.</summary>
    NoFiles,

    /// <summary>A filter of Discord or of the server refused the content.</summary>
    Filtered,

    /// <summary>Our mistake: the same again fails again.</summary>
    Invalid,

    /// <summary>The same again may succeed later.</summary>
    Transient,
}
