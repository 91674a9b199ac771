using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A decimal string; a number is read too.</summary>
public sealed class PermissionsConverter : JsonConverter<Permissions>
{
    public override Permissions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetUInt64(out ulong value) => (Permissions)value,
        JsonTokenType.String when ulong.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) => (Permissions)value,
        _ => throw new JsonException("Permissions must be a whole number of at most 64 bits, as a string."),
    };

    public override void Write(Utf8JsonWriter writer, Permissions value, JsonSerializerOptions options) =>
        writer.WriteStringValue(((ulong)value).ToString(CultureInfo.InvariantCulture));
}
