using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A slash, user or message command: https://docs.discord.com/developers/interactions/application-commands</summary>
public sealed record ApplicationCommand
{
    /// <value>Set by Discord.</value>
    [JsonPropertyName("id")]
    public Snowflake? Id { get; init; }

    [JsonPropertyName("application_id")]
    public Snowflake? ApplicationId { get; init; }

    [JsonPropertyName("guild_id")]
    public Snowflake? GuildId { get; init; }

    [JsonPropertyName("version")]
    public Snowflake? Version { get; init; }

    [JsonPropertyName("type")]
    public required ApplicationCommandType Type { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("name_localizations")]
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <value>1 to 100 characters; empty for user and message commands.</value>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("description_localizations")]
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    [JsonPropertyName("options")]
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <value>Null: everybody; 0: administrators only.</value>
    [JsonPropertyName("default_member_permissions")]
    public Permissions? DefaultMemberPermissions { get; init; }

    [JsonPropertyName("contexts")]
    public IReadOnlyList<InteractionContextType>? Contexts { get; init; }

    [JsonPropertyName("integration_types")]
    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    [JsonPropertyName("nsfw")]
    public bool? Nsfw { get; init; }
}
