using System.Text.Json.Serialization;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Playground.Protocol;

/// <summary>A dialogue to show.</summary>
/// <param name="Id">The interaction that opened it.</param>
internal sealed record PageModal(
    [property: JsonPropertyName("id")] Snowflake Id,
    [property: JsonPropertyName("title")] string? Title,
    [property: JsonPropertyName("components")] IReadOnlyList<Component> Components);
