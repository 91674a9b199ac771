using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Client;

/// <summary>What a user put into an option: text, a number, yes or no, somebody's id, or a file.</summary>
public sealed class OptionValue
{
    private OptionValue(JsonNode? json, UploadedFile? file) => (Json, File) = (json, file);

    public JsonNode? Json { get; }

    public UploadedFile? File { get; }

    /// <summary>Any JSON at all, also what no client would send.</summary>
    public static OptionValue Of(JsonNode? json) => new(json, null);

    public static implicit operator OptionValue(string value) => new(JsonValue.Create(value), null);

    public static implicit operator OptionValue(long value) => new(JsonValue.Create(value), null);

    public static implicit operator OptionValue(double value) => new(JsonValue.Create(value), null);

    public static implicit operator OptionValue(bool value) => new(JsonValue.Create(value), null);

    public static implicit operator OptionValue(Snowflake value) => new(JsonValue.Create(value.ToString()), null);

    public static implicit operator OptionValue(UploadedFile value) => new(null, value);
}
