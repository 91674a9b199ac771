using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A Discord user: https://docs.discord.com/developers/resources/user</summary>
public sealed record User
{
    [JsonPropertyName("id")]
    public required Snowflake Id { get; init; }

    [JsonPropertyName("username")]
    public required string Username { get; init; }

    [JsonPropertyName("global_name")]
    public string? GlobalName { get; init; }

    [JsonPropertyName("discriminator")]
    public string? Discriminator { get; init; }

    [JsonPropertyName("avatar")]
    public string? Avatar { get; init; }

    [JsonPropertyName("bot")]
    public bool Bot { get; init; }

    /// <value>The name people see.</value>
    [JsonIgnore]
    public string DisplayName => GlobalName ?? Username;
}
