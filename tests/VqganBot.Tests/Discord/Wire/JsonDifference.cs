using System.Text.Json;

namespace VqganBot.Tests.Discord.Wire;

/// <summary>Compares two documents; null counts as absent, and times are compared as times.</summary>
internal static class JsonDifference
{
    /// <returns>The paths of what the left has and the right has not, or has otherwise.</returns>
    public static List<string> Missing(JsonElement left, JsonElement right, string path = "")
    {
        if (left.ValueKind == JsonValueKind.Null) return [];
        if (left.ValueKind == JsonValueKind.Object && right.ValueKind == JsonValueKind.Object)
        {
            return [.. left.EnumerateObject().SelectMany(property => right.TryGetProperty(property.Name, out var other)
                ? Missing(property.Value, other, $"{path}.{property.Name}")
                : Missing(property.Value, default, $"{path}.{property.Name}"))];
        }
        if (left.ValueKind == JsonValueKind.Array && right.ValueKind == JsonValueKind.Array && left.GetArrayLength() == right.GetArrayLength())
            return [.. left.EnumerateArray().Zip(right.EnumerateArray()).SelectMany((pair, i) => Missing(pair.First, pair.Second, $"{path}[{i}]"))];
        return right.ValueKind != JsonValueKind.Undefined && IsSame(left, right) ? [] : [path.TrimStart('.')];
    }

    private static bool IsSame(JsonElement left, JsonElement right) =>
        JsonElement.DeepEquals(left, right)
        || (left.ValueKind == JsonValueKind.String && right.ValueKind == JsonValueKind.String
            && left.TryGetDateTimeOffset(out var one) && right.TryGetDateTimeOffset(out var other) && one == other);
}
