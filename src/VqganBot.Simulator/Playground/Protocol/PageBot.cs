using System.Text.Json.Serialization;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Playground.Protocol;

/// <summary>The bot and how it shows itself.</summary>
/// <param name="Status">online, idle, dnd or offline.</param>
internal sealed record PageBot(
    [property: JsonPropertyName("user")] User User,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("text")] string? Text);
