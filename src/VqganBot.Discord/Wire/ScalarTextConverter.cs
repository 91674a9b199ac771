using System.Text.Json;
using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Text for which Discord sends a number or a truth value in some cases; those are read as they are written.</summary>
public sealed class ScalarTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => JsonElement.ParseValue(ref reader).GetRawText(),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw new JsonException($"Text was expected and a {reader.TokenType} found."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
