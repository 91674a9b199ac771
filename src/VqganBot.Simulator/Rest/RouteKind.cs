namespace VqganBot.Simulator.Rest;

/// <summary>Which limit a route has, and whether it wants the bot's token.</summary>
internal enum RouteKind
{
    /// <summary>With the bot's token.</summary>
    Ordinary,

    /// <summary>Messages made and edited in a channel, with the bot's token.</summary>
    ChannelWrite,

    /// <summary>With an interaction's token, which is in the path; not bound by the global limit.</summary>
    Interaction,

    /// <summary>With no token at all.</summary>
    Open,
}
