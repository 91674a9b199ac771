using System.Reflection;
using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Commands;

/// <summary>
/// Names and descriptions of the commands in every language, from the embedded files of <c>Localisations</c>. A text is found
/// by where it stands (<c>limits set value</c>) or, where several mean the same, by <c>*</c> and its own name (<c>* role</c>).
/// Names in English are those the handlers know.
/// </summary>
internal static class CommandTexts
{
    // Discord falls back from es-419 to es-ES by itself; the default language is named too, since a client in another
    // English would otherwise be free to choose.
    private static readonly (string Locale, string File)[] Locales =
        [("en-US", "en"), ("en-GB", "en"), ("fr", "fr"), ("de", "de"), ("es-ES", "es"), ("ja", "ja")];

    public static IReadOnlyList<string> Languages { get; } = [.. Locales.Select(locale => locale.File).Distinct()];

    private static readonly Dictionary<string, Dictionary<string, string[]>> Texts = Languages.ToDictionary(language => language, Load);

    /// <value>The text keys of a language, for the test that all have the same.</value>
    public static IReadOnlyCollection<string> Keys(string language) => Texts[language].Keys;

    public static ApplicationCommand Fill(ApplicationCommand command) => command with
    {
        NameLocalizations = Names(command.Name),
        Description = command.Type == ApplicationCommandType.ChatInput ? Description("en", command.Name) : null,
        DescriptionLocalizations = command.Type == ApplicationCommandType.ChatInput ? Descriptions(command.Name) : null,
        Options = command.Options?.Select(option => Fill(option, command.Name)).ToArray(),
    };

    /// <summary>Where the text for a place stands, or null.</summary>
    public static string? KeyOf(string place)
    {
        var english = Texts["en"];
        var general = $"* {place[(place.LastIndexOf(' ') + 1)..]}";
        return english.ContainsKey(place) ? place : english.ContainsKey(general) ? general : null;
    }

    private static ApplicationCommandOption Fill(ApplicationCommandOption option, string parent)
    {
        var place = $"{parent} {option.Name}";
        return option with
        {
            NameLocalizations = Names(place),
            Description = Description("en", place),
            DescriptionLocalizations = Descriptions(place),
            Options = option.Options?.Select(inner => Fill(inner, place)).ToArray(),
            Choices = option.Choices?.Select(choice => Fill(choice, place)).ToArray(),
        };
    }

    // A choice without a text is called as it is in every language: the presets have names, not words.
    private static ApplicationCommandChoice Fill(ApplicationCommandChoice choice, string parent) =>
        KeyOf($"{parent} {choice.Name}") is { } key
            ? choice with { Name = Texts["en"][key][0], NameLocalizations = Names(key) }
            : choice;

    private static Dictionary<string, string> Names(string place) =>
        Locales.ToDictionary(locale => locale.Locale, locale => Find(locale.File, place)[0]);

    private static Dictionary<string, string> Descriptions(string place) =>
        Locales.ToDictionary(locale => locale.Locale, locale => Description(locale.File, place));

    private static string Description(string language, string place) => Find(language, place) is [_, var description]
        ? description
        : throw new InvalidOperationException($"The text '{place}' in {language}.json has a name and no description; a command or option needs both.");

    private static string[] Find(string language, string place) =>
        KeyOf(place) is { } key && Texts[language].TryGetValue(key, out var text) && text.Length > 0
            ? text
            : throw new InvalidOperationException($"{language}.json lacks the text '{place}'.");

    private static Dictionary<string, string[]> Load(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"localisations/{language}.json")
            ?? throw new InvalidOperationException($"The program lacks its texts in {language}.");
        return JsonSerializer.Deserialize(stream, CommandTextsJson.Default.DictionaryStringStringArray)!;
    }
}
