using System.Text.Json;

namespace VqganBot.Simulator.Validation.Commands;

/// <summary>Names and descriptions in other languages: https://docs.discord.com/developers/reference#locales</summary>
internal static class LocalizationRules
{
    private static readonly HashSet<string> Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE",
        "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    /// <summary>Checks each text with the rule of the default one; gives the length of the longest.</summary>
    /// <param name="check">Reads and checks the text of one locale.</param>
    public static int Check(Form owner, string field, Func<Form, string, string?> check)
    {
        if (owner.Object(field) is not { } texts || texts.Json.ValueKind != JsonValueKind.Object)
            return 0;
        int longest = 0;
        foreach (JsonProperty text in texts.Json.EnumerateObject())
        {
            if (!Locales.Contains(text.Name))
                texts.Fail(text.Name, "BASE_TYPE_CHOICES", $"Value must be one of ({string.Join(", ", Locales.Order())}).");
            else
                longest = Math.Max(longest, check(texts, text.Name)?.Length ?? 0);
        }
        return longest;
    }
}
