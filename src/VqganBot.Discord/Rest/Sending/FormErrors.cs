using System.Text.Json;

namespace VqganBot.Discord.Rest.Sending;

/// <summary>Flattens the tree in which Discord says what was wrong with a body: <c>path: message</c>, one for each leaf.</summary>
internal static class FormErrors
{
    private const int Most = 12;

    public static string Flatten(JsonElement errors)
    {
        List<string> lines = [];
        Walk(errors, "", lines);
        return lines.Count > Most
            ? $"{string.Join("; ", lines.Take(Most))}; and {lines.Count - Most} more"
            : string.Join("; ", lines);
    }

    private static void Walk(JsonElement node, string path, List<string> lines)
    {
        if (node.ValueKind != JsonValueKind.Object) return;
        foreach (JsonProperty property in node.EnumerateObject())
        {
            if (property.NameEquals("_errors") && property.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement error in property.Value.EnumerateArray())
                    lines.Add($"{(path.Length == 0 ? "body" : path)}: {Text(error)}");
                continue;
            }
            string step = int.TryParse(property.Name, out _) ? $"[{property.Name}]" : path.Length == 0 ? property.Name : $".{property.Name}";
            Walk(property.Value, path + step, lines);
        }
    }

    private static string Text(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out JsonElement message) && message.ValueKind == JsonValueKind.String
            ? message.GetString()!
            : error.ToString();
}
