using System.Text.Json;
using System.Text.RegularExpressions;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>Where Discord's written documentation and its description in JSON differ, and the documentation is right.</summary>
internal static partial class Mismatches
{
    /// <summary>Permissions are written as strings, though described as integers.</summary>
    public static bool IsTypeRelaxed(string path, JsonElement value) =>
        path.EndsWith(".default_member_permissions", StringComparison.Ordinal) && value.ValueKind == JsonValueKind.String && ulong.TryParse(value.GetString(), out _);

    /// <summary>Documented properties that the description lacks.</summary>
    public static bool IsDocumented(string path, string property) => property switch
    {
        "nsfw" => Command().IsMatch(path),
        "animated" => path.EndsWith(".emoji", StringComparison.Ordinal),
        _ => false,
    };

    [GeneratedRegex(@"^body\[\d+\]$")]
    private static partial Regex Command();
}
