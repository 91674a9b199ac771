using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>The application behind the bot.</summary>
public sealed record Application
{
    [JsonPropertyName("id")]
    public required Snowflake Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("flags")]
    public long? Flags { get; init; }

    /// <value>Public key for HTTP interactions, in hex.</value>
    [JsonPropertyName("verify_key")]
    public string? VerifyKey { get; init; }

    [JsonPropertyName("interactions_endpoint_url")]
    public string? InteractionsEndpointUrl { get; init; }

    [JsonPropertyName("bot_public")]
    public bool? BotPublic { get; init; }
}
