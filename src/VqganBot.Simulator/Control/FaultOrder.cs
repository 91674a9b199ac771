using System.Text.Json.Serialization;
using VqganBot.Simulator.Faults;

namespace VqganBot.Simulator.Control;

/// <summary>A fault by its name, and what it needs to know.</summary>
internal sealed record FaultOrder
{
    [JsonPropertyName("fault")]
    public required string Fault { get; init; }

    /// <value>Of how many requests, events or connections. 1 by default.</value>
    [JsonPropertyName("count")]
    public int Count { get; init; } = 1;

    /// <value>A status or a close code.</value>
    [JsonPropertyName("code")]
    public int? Code { get; init; }

    [JsonPropertyName("seconds")]
    public double Seconds { get; init; }

    /// <value>Whether a switch is on, or an invalid session may be resumed. True by default.</value>
    [JsonPropertyName("on")]
    public bool On { get; init; } = true;

    [JsonPropertyName("scope")]
    [JsonConverter(typeof(JsonStringEnumConverter<RateLimitScope>))]
    public RateLimitScope Scope { get; init; }
}
