using System.Text.Json;
using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A value to choose; a string, an integer or a number.</summary>
public sealed record ApplicationCommandChoice
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("name_localizations")]
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    [JsonPropertyName("value")]
    public required JsonElement Value { get; init; }

    public static ApplicationCommandChoice Of(string name, string value) => new() { Name = name, Value = JsonSerializer.SerializeToElement(value, DiscordJson.Default.String) };

    public static ApplicationCommandChoice Of(string name, long value) => new() { Name = name, Value = JsonSerializer.SerializeToElement(value, DiscordJson.Default.Int64) };
}
