using System.Text.Json.Serialization;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Playground.Protocol;

/// <summary>What became of what the page asked for; without an error it was done.</summary>
internal sealed record PageResult : PageNews
{
    [JsonPropertyName("id")]
    public int Id { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    /// <value>A sentence for who asked.</value>
    [JsonPropertyName("done")]
    public string? Done { get; init; }

    [JsonPropertyName("choices")]
    public IReadOnlyList<ApplicationCommandChoice>? Choices { get; init; }

    [JsonPropertyName("modal")]
    public PageModal? Modal { get; init; }

    [JsonPropertyName("counts")]
    public IReadOnlyDictionary<string, int>? Counts { get; init; }

    [JsonPropertyName("requests")]
    public IReadOnlyList<PageRequest>? Requests { get; init; }
}
