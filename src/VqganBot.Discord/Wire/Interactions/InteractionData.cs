using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>What a command, component or modal was given.</summary>
public sealed record InteractionData
{
    [JsonPropertyName("id")]
    public Snowflake? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("type")]
    public ApplicationCommandType? Type { get; init; }

    [JsonPropertyName("guild_id")]
    public Snowflake? GuildId { get; init; }

    /// <value>The user or message a context menu was opened on.</value>
    [JsonPropertyName("target_id")]
    public Snowflake? TargetId { get; init; }

    [JsonPropertyName("resolved")]
    public ResolvedData? Resolved { get; init; }

    [JsonPropertyName("options")]
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    [JsonPropertyName("custom_id")]
    public string? CustomId { get; init; }

    [JsonPropertyName("component_type")]
    public ComponentType? ComponentType { get; init; }

    [JsonPropertyName("values")]
    public IReadOnlyList<string>? Values { get; init; }

    /// <value>Of a modal that was submitted.</value>
    [JsonPropertyName("components")]
    public IReadOnlyList<Component>? Components { get; init; }
}
