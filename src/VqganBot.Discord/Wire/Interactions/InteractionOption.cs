using System.Text.Json;
using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A given option; autocompleted values are free text, whatever was suggested.</summary>
public sealed record InteractionOption
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("type")]
    public required ApplicationCommandOptionType Type { get; init; }

    [JsonPropertyName("value")]
    public JsonElement? Value { get; init; }

    [JsonPropertyName("options")]
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    [JsonPropertyName("focused")]
    public bool? Focused { get; init; }
}
