namespace VqganBot.Discord;

/// <summary>Who the client is and where Discord is. The gateway's address comes from there.</summary>
public sealed record DiscordClientOptions
{
    /// <value>The bot's token, without <c>Bot</c> in front. Never logged.</value>
    public required string Token { get; init; }

    /// <value>The root of the REST API with its version; any other server that speaks it is only another address.</value>
    public Uri ApiUrl { get; init; } = new("https://discord.com/api/v10");

    /// <value>Where a person finds out about this client; Discord asks for it in the user agent.</value>
    public string ProjectUrl { get; init; } = "https://github.com/vqganbot/vqganbot";

    /// <value>How long one REST request may take. 15 s by default.</value>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <value>A request that a rate limit would hold up for longer is refused at once. 60 s by default.</value>
    public TimeSpan LongestRateLimitWait { get; init; } = TimeSpan.FromSeconds(60);

    public override string ToString() => $"Discord at {ApiUrl}";
}
