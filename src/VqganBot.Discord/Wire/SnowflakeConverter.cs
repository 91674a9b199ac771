using System.Text.Json;
using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Snowflakes are strings, and where Discord or a peer sends a number it is read too; also as keys of objects.</summary>
public sealed class SnowflakeConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetUInt64(out ulong value) => new Snowflake(value),
        JsonTokenType.String => Parse(reader.GetString()),
        _ => throw new JsonException($"A snowflake was expected and a {reader.TokenType} found."),
    };

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override Snowflake ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());

    private static Snowflake Parse(string? text) => Snowflake.TryParse(text, out Snowflake snowflake)
        ? snowflake
        : throw new JsonException("A snowflake must be a whole number of at most 64 bits.");
}
