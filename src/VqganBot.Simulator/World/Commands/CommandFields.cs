using System.Text.Json;
using System.Text.Json.Nodes;

namespace VqganBot.Simulator.World.Commands;

/// <summary>A command as Discord keeps it: the fields it knows, with its defaults, and nothing else of what was sent.</summary>
internal static class CommandFields
{
    private static readonly string[] OfOption =
        ["name_localizations", "description_localizations", "required", "channel_types", "min_value", "max_value", "min_length", "max_length", "autocomplete"];

    public static JsonObject Of(JsonElement body)
    {
        int type = body.TryGetProperty("type", out JsonElement given) && given.ValueKind != JsonValueKind.Null ? Number(given) : 1;
        var command = new JsonObject
        {
            ["type"] = type,
            ["name"] = Get(body, "name"),
            ["name_localizations"] = Get(body, "name_localizations"),
            ["description"] = Get(body, "description") ?? "",
            ["description_localizations"] = Get(body, "description_localizations"),
            ["default_member_permissions"] = Get(body, "default_member_permissions")?.ToString(),
            ["dm_permission"] = Get(body, "dm_permission") ?? true,
            ["contexts"] = Get(body, "contexts"),
            ["integration_types"] = Get(body, "integration_types") ?? new JsonArray(0),
            ["nsfw"] = Get(body, "nsfw") ?? false,
        };
        if (type == 1 && Options(body) is { Count: > 0 } options)
            command["options"] = options;
        return command;
    }

    private static JsonArray Options(JsonElement owner)
    {
        JsonArray options = [];
        if (!owner.TryGetProperty("options", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
            return options;
        foreach (JsonElement option in list.EnumerateArray())
        {
            var kept = new JsonObject
            {
                ["type"] = Number(option.GetProperty("type")),
                ["name"] = Get(option, "name"),
                ["description"] = Get(option, "description"),
            };
            foreach (string field in OfOption)
            {
                // False is the default of both, and Discord does not give it back.
                if (Get(option, field) is { } value && !(value.GetValueKind() == JsonValueKind.False))
                    kept[field] = value;
            }
            if (Get(option, "choices") is JsonArray { Count: > 0 } choices)
                kept["choices"] = new JsonArray([.. choices.Select(choice => Choice(choice!.AsObject()))]);
            if (Options(option) is { Count: > 0 } nested)
                kept["options"] = nested;
            options.Add((JsonNode)kept);
        }
        return options;
    }

    private static JsonObject Choice(JsonObject choice)
    {
        var kept = new JsonObject { ["name"] = choice["name"]!.DeepClone(), ["value"] = choice["value"]!.DeepClone() };
        if (choice["name_localizations"] is { } names)
            kept["name_localizations"] = names.DeepClone();
        return kept;
    }

    private static JsonNode? Get(JsonElement owner, string field) =>
        owner.TryGetProperty(field, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? JsonNode.Parse(value.GetRawText()) : null;

    private static int Number(JsonElement value) => int.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture);
}
