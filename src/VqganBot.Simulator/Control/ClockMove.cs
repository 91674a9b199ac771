using System.Text.Json.Serialization;

namespace VqganBot.Simulator.Control;

/// <summary>How far the clock moves, in seconds.</summary>
internal sealed record ClockMove([property: JsonPropertyName("advance_seconds")] double AdvanceSeconds);
