using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Limits;

/// <summary>Reads <c>limits.json</c>. A name it does not know is an error, since the limit that was meant would silently not hold.</summary>
internal static class LimitDefaultsReader
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="FormatException">The file says what cannot be meant; the message says where.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static LimitDefaults Read(string json)
    {
        using var document = JsonDocument.Parse(json, Lenient);
        var everyone = new Dictionary<LimitName, LimitValue>();
        var roles = new Dictionary<string, IReadOnlyDictionary<LimitName, LimitValue>>(StringComparer.OrdinalIgnoreCase);
        var ceiling = new Dictionary<LimitName, LimitValue>();
        foreach (var part in Members(document.RootElement, "the file"))
        {
            switch (part.Name)
            {
                case "everyone":
                    everyone = Values(part);
                    break;
                case "roles":
                    foreach (var role in Members(part.Value, "'roles'"))
                        roles[role.Name] = Values(role);
                    break;
                case "ceiling":
                    ceiling = Values(part);
                    if (ceiling.ContainsKey(LimitName.AllowedChannels))
                        throw new FormatException("'ceiling' cannot have 'allowed_channels': channels are a matter of each server.");
                    break;
                default:
                    throw new FormatException($"'{part.Name}' is not known; there are 'everyone', 'roles' and 'ceiling'.");
            }
        }

        return new LimitDefaults(everyone, roles, ceiling);
    }

    private static Dictionary<LimitName, LimitValue> Values(JsonProperty part)
    {
        var values = new Dictionary<LimitName, LimitValue>();
        foreach (var member in Members(part.Value, $"'{part.Name}'"))
        {
            var limit = LimitDefinition.Find(member.Name) ?? throw new FormatException(
                $"'{part.Name}' has no limit '{member.Name}'; there are {string.Join(", ", LimitDefinition.All.Select(each => each.Name))}.");
            values[limit.Limit] = Value(limit, member.Value);
        }

        return values;
    }

    private static LimitValue Value(LimitDefinition limit, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => Parsed(limit, "unlimited"),
        JsonValueKind.Number => Parsed(limit, value.GetRawText()),
        JsonValueKind.String => Parsed(limit, value.GetString()!),
        JsonValueKind.Array when limit.Unit == LimitUnit.Channels => LimitValue.Of([.. value.EnumerateArray().Select(Channel)]),
        _ => throw new FormatException($"'{limit.Name}' is {value.GetRawText()}; it takes a number, a text such as \"1h30m\", or null for unlimited."),
    };

    private static LimitValue Parsed(LimitDefinition limit, string text) => LimitValueParser.TryParse(limit, text)
        ?? throw new FormatException($"'{text}' is no value for '{limit.Name}'; it takes {LimitValueParser.Accepted(limit)}.");

    private static Snowflake Channel(JsonElement id) =>
        id.ValueKind == JsonValueKind.String && Snowflake.TryParse(id.GetString(), out var channel)
            ? channel
            : throw new FormatException($"'allowed_channels' names {id.GetRawText()}; it takes ids of channels in quotes.");

    private static JsonElement.ObjectEnumerator Members(JsonElement element, string what) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject()
        : throw new FormatException($"{what} must be an object in braces, and is {element.ValueKind}.");
}
