using System.Text.Json;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>Reads JSON that may be anything: what is absent, null or of another kind is not there.</summary>
internal static class JsonReading
{
    public static JsonElement? Find(this JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement node, string name) => node.Find(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static List<JsonElement> List(this JsonElement node, string name) => node.Find(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
}
