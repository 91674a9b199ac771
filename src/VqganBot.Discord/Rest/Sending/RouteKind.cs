namespace VqganBot.Discord.Rest.Sending;

/// <summary>What lets a request in, and which limits it is under.</summary>
internal enum RouteKind
{
    /// <summary>The bot's token; the bot's global limit.</summary>
    Bot,

    /// <summary>The interaction's token in the path; the webhook's own limits.</summary>
    Webhook,

    /// <summary>The interaction's token in the path; must arrive within 3 s and waits for nothing.</summary>
    Callback,
}
