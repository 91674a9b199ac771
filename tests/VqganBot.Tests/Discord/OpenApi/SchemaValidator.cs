using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>The part of JSON Schema 2020-12 that Discord's description uses; a keyword beyond it is an error, not a silence.</summary>
/// <remarks>Properties that no schema speaks of are refused everywhere, as if each object said <c>unevaluatedProperties: false</c>.</remarks>
internal sealed class SchemaValidator(JsonElement root)
{
    private const string WrongKind = "is of the kind";

    private static readonly HashSet<string> Annotations = ["title", "description", "x-discord-union", "contentEncoding", "deprecated", "default", "readOnly"];

    public IReadOnlyList<string> Validate(JsonElement schema, JsonElement value) => Closed(schema, value, "body").Violations;

    private SchemaVerdict Closed(JsonElement schema, JsonElement value, string path)
    {
        var verdict = Open(schema, value, path);
        if (value.ValueKind != JsonValueKind.Object) return verdict;
        foreach (var property in value.EnumerateObject().Where(property => !verdict.Evaluated.Contains(property.Name)))
        {
            if (!Mismatches.IsDocumented(path, property.Name)) verdict.Violations.Add($"{path}.{property.Name}: Discord knows no such property here");
        }
        return verdict;
    }

    private SchemaVerdict Open(JsonElement schema, JsonElement value, string path)
    {
        var verdict = new SchemaVerdict();
        foreach (var keyword in schema.EnumerateObject())
            Apply(keyword.Name, keyword.Value, schema, value, path, verdict);
        return verdict;
    }

    private void Apply(string keyword, JsonElement argument, JsonElement schema, JsonElement value, string path, SchemaVerdict verdict)
    {
        switch (keyword)
        {
            case "$ref":
                verdict.Add(Open(Resolve(argument.GetString()!), value, path));
                break;
            case "allOf":
                foreach (var part in argument.EnumerateArray()) verdict.Add(Open(part, value, path));
                break;
            case "anyOf" or "oneOf":
                Choose(argument, value, path, mostMatches: keyword == "oneOf" ? 1 : int.MaxValue, verdict);
                break;
            case "properties" when value.ValueKind == JsonValueKind.Object:
                foreach (var property in argument.EnumerateObject()) Child(property, value, path, verdict);
                break;
            case "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                Additional(argument, schema, value, path, verdict);
                break;
            case "items" when value.ValueKind == JsonValueKind.Array:
                verdict.Violations.AddRange(value.EnumerateArray().SelectMany((item, i) => Closed(argument, item, $"{path}[{i}]").Violations));
                break;
            case "properties" or "additionalProperties" or "items":
                break;
            default:
                if (Check(keyword, argument, value, path) is { } violation) verdict.Violations.Add($"{path}: {violation}");
                break;
        }
    }

    private void Child(JsonProperty property, JsonElement value, string path, SchemaVerdict verdict)
    {
        verdict.Evaluated.Add(property.Name);
        if (value.TryGetProperty(property.Name, out var child))
            verdict.Violations.AddRange(Closed(property.Value, child, $"{path}.{property.Name}").Violations);
    }

    private void Additional(JsonElement argument, JsonElement schema, JsonElement value, string path, SchemaVerdict verdict)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out _)) continue;
            if (argument.ValueKind == JsonValueKind.False) continue;
            verdict.Evaluated.Add(property.Name);
            if (argument.ValueKind == JsonValueKind.Object) verdict.Violations.AddRange(Closed(argument, property.Value, $"{path}.{property.Name}").Violations);
        }
    }

    // The branches are closed one by one, so that what tells two of them apart may be a property only one of them has.
    private void Choose(JsonElement branches, JsonElement value, string path, int mostMatches, SchemaVerdict verdict)
    {
        var verdicts = branches.EnumerateArray().Select(branch => Closed(branch, value, path)).ToList();
        var clean = verdicts.Where(one => one.IsClean).ToList();
        if (clean.Count > mostMatches) verdict.Violations.Add($"{path}: matches {clean.Count} forms of which it must be one");

        // Of the branches that do not fit, the one of the same kind with the least complaints is the one that was meant.
        bool IsOfAnotherKind(SchemaVerdict one) => one.Violations.Exists(text => text.StartsWith($"{path}.type:", StringComparison.Ordinal) || text.StartsWith($"{path}: {WrongKind}", StringComparison.Ordinal));
        var chosen = clean.Count > 0 ? clean : [verdicts.MinBy(one => (IsOfAnotherKind(one), one.Violations.Count))!];
        foreach (var one in chosen) verdict.Add(one);
        if (clean.Count == 0 && value.ValueKind == JsonValueKind.Object) verdict.Evaluated.UnionWith(value.EnumerateObject().Select(property => property.Name));
    }

    private JsonElement Resolve(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate(root, (element, step) => element.GetProperty(step));

    private static string? Check(string keyword, JsonElement argument, JsonElement value, string path) => keyword switch
    {
        "type" => Mismatches.IsTypeRelaxed(path, value) || Types(argument).Any(type => IsOf(type, value)) ? null : $"{WrongKind} {value.ValueKind}, not {argument}",
        "const" => JsonElement.DeepEquals(argument, value) ? null : $"is {value} and not {argument}",
        "enum" => argument.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? null : $"is {value} and not one of {argument}",
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, argument.GetString()!) ? null : $"does not look like {argument}",
        "format" => CheckFormat(argument.GetString()!, value),
        "required" => value.ValueKind == JsonValueKind.Object && argument.EnumerateArray().FirstOrDefault(name => !value.TryGetProperty(name.GetString()!, out _)) is { ValueKind: JsonValueKind.String } missing ? $"lacks {missing}" : null,
        "minimum" => Number(value) < argument.GetDouble() ? $"is below {argument}" : null,
        "maximum" => Number(value) > argument.GetDouble() ? $"is above {argument}" : null,
        "minLength" or "minItems" or "minProperties" => Size(keyword, value) < argument.GetInt32() ? $"is shorter than {argument}" : null,
        "maxLength" or "maxItems" or "maxProperties" => Size(keyword, value) > argument.GetInt32() ? $"is {Size(keyword, value)} long, longer than {argument}" : null,
        "uniqueItems" => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Select(item => item.GetRawText()).GroupBy(text => text).Any(group => group.Count() > 1) ? "holds something twice" : null,
        _ when Annotations.Contains(keyword) => null,
        _ => throw new NotSupportedException($"Discord's description uses the keyword {keyword}, which this validator does not know."),
    };

    private static string? CheckFormat(string format, JsonElement value) => (format, value.ValueKind) switch
    {
        ("int32", JsonValueKind.Number) => Number(value) is >= int.MinValue and <= int.MaxValue ? null : "does not fit into 32 bits",
        ("snowflake", JsonValueKind.String) => ulong.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "is no snowflake",
        ("uri", JsonValueKind.String) => Uri.TryCreate(value.GetString(), UriKind.Absolute, out _) ? null : "is no address",
        ("date-time", JsonValueKind.String) => value.TryGetDateTimeOffset(out _) ? null : "is no time",
        ("int32" or "int64" or "double" or "snowflake" or "uri" or "date-time" or "nonce", _) => null,
        _ => throw new NotSupportedException($"Discord's description uses the format {format}, which this validator does not know."),
    };

    private static IEnumerable<string> Types(JsonElement argument) =>
        argument.ValueKind == JsonValueKind.Array ? argument.EnumerateArray().Select(type => type.GetString()!) : [argument.GetString()!];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "integer" => Number(value) is { } number && double.IsInteger(number),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => string.Equals(type, value.ValueKind.ToString(), StringComparison.OrdinalIgnoreCase),
    };

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static int? Size(string keyword, JsonElement value) => (keyword[3..], value.ValueKind) switch
    {
        ("Length", JsonValueKind.String) => value.GetString()!.EnumerateRunes().Count(),
        ("Items", JsonValueKind.Array) => value.GetArrayLength(),
        ("Properties", JsonValueKind.Object) => value.EnumerateObject().Count(),
        _ => null,
    };
}
