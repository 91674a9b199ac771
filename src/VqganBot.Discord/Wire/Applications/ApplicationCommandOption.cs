using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>An option, subcommand or group of a command.</summary>
public sealed record ApplicationCommandOption
{
    [JsonPropertyName("type")]
    public required ApplicationCommandOptionType Type { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("name_localizations")]
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    [JsonPropertyName("description")]
    public required string Description { get; init; }

    [JsonPropertyName("description_localizations")]
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    [JsonPropertyName("required")]
    public bool? IsRequired { get; init; }

    [JsonPropertyName("choices")]
    public IReadOnlyList<ApplicationCommandChoice>? Choices { get; init; }

    [JsonPropertyName("options")]
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    [JsonPropertyName("channel_types")]
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    [JsonPropertyName("min_value")]
    public double? MinValue { get; init; }

    [JsonPropertyName("max_value")]
    public double? MaxValue { get; init; }

    [JsonPropertyName("min_length")]
    public int? MinLength { get; init; }

    [JsonPropertyName("max_length")]
    public int? MaxLength { get; init; }

    [JsonPropertyName("autocomplete")]
    public bool? Autocomplete { get; init; }
}
