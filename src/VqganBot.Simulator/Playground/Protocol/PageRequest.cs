using System.Text.Json.Serialization;

namespace VqganBot.Simulator.Playground.Protocol;

/// <summary>A request of the bot, for the developer's list.</summary>
/// <param name="Number">Counted from one.</param>
/// <param name="Milliseconds">Until it was answered.</param>
internal sealed record PageRequest(
    [property: JsonPropertyName("number")] int Number,
    [property: JsonPropertyName("method")] string Method,
    [property: JsonPropertyName("path")] string Path,
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("ms")] double Milliseconds);
