using System.Text.Json;
using System.Text.RegularExpressions;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>https://docs.discord.com/developers/interactions/application-commands, as far as the description does not say it.</summary>
internal static partial class CommandRules
{
    private const int ChatInput = 1;
    private const int SubCommand = 1;
    private const int SubCommandGroup = 2;
    private const int MostCharacters = 8000;
    private static readonly Dictionary<int, int> MostOfType = new() { [ChatInput] = 100, [2] = 15, [3] = 15 };

    private static readonly HashSet<string> Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    public static IEnumerable<string> Check(IReadOnlyList<JsonElement> commands)
    {
        foreach (var group in commands.GroupBy(TypeOf))
        {
            if (group.Count() > MostOfType.GetValueOrDefault(group.Key, 1)) yield return $"body: {group.Count()} commands of type {group.Key}";
            foreach (var twice in group.GroupBy(command => command.Text("name")).Where(names => names.Count() > 1)) yield return $"{twice.Key}: twice";
        }
        foreach (var command in commands)
        {
            foreach (var violation in CheckCommand(command)) yield return violation;
        }
    }

    private static IEnumerable<string> CheckCommand(JsonElement command)
    {
        var name = command.Text("name") ?? "";
        if (Characters(command) is > MostCharacters and var sum) yield return $"{name}: {sum} characters in all, more than {MostCharacters}";
        if (TypeOf(command) == ChatInput)
        {
            foreach (var violation in Named(command, name)) yield return violation;
            foreach (var violation in Options(command, name, depth: 0)) yield return violation;
        }
        else
        {
            if (!string.IsNullOrEmpty(command.Text("description")) || command.List("options").Count > 0) yield return $"{name}: menu commands have neither description nor options";
        }
    }

    private static IEnumerable<string> Options(JsonElement owner, string path, int depth)
    {
        var options = owner.List("options");
        if (options.Select(option => option.Text("name")).Distinct().Count() != options.Count) yield return $"{path}: two options of one name";
        if (options.SkipWhile(IsRequired).Any(IsRequired)) yield return $"{path}: required options come first";
        if (options.Exists(IsBranch) && !options.TrueForAll(IsBranch)) yield return $"{path}: subcommands and other options side by side";
        foreach (var option in options)
        {
            var step = $"{path} {option.Text("name")}";
            if (TypeOf(option) == SubCommandGroup && depth > 0) yield return $"{step}: a group below the top";
            if (TypeOf(option) == SubCommand && depth > 1) yield return $"{step}: a subcommand too deep";
            foreach (var violation in Named(option, step).Concat(Values(option, step)).Concat(Options(option, step, depth + 1))) yield return violation;
        }
    }

    private static IEnumerable<string> Named(JsonElement named, string path)
    {
        foreach (var name in Translations(named, "name").Append(named.Text("name") ?? ""))
        {
            if (!Name().IsMatch(name) || name != name.ToLowerInvariant()) yield return $"{path}: \"{name}\" is no name of a command or option";
        }
        if (named.Text("description") is not { Length: > 0 }) yield return $"{path}: no description";
        foreach (var key in new[] { "name_localizations", "description_localizations" })
        {
            if (named.Find(key) is not { ValueKind: JsonValueKind.Object } translations) continue;
            foreach (var unknown in translations.EnumerateObject().Where(entry => !Locales.Contains(entry.Name))) yield return $"{path}: no locale {unknown.Name}";
        }
    }

    private static IEnumerable<string> Values(JsonElement option, string path)
    {
        var choices = option.List("choices");
        if (choices.Count > 0 && option.Find("autocomplete")?.ValueKind == JsonValueKind.True) yield return $"{path}: choices and autocomplete";
        if (choices.Select(choice => choice.Text("name")).Distinct().Count() != choices.Count) yield return $"{path}: two choices of one name";
        if (choices.Exists(choice => choice.Text("value")?.Length > 100)) yield return $"{path}: a choice's value longer than 100";
        if (option.Find("min_value")?.GetDouble() > option.Find("max_value")?.GetDouble() || option.Find("min_length")?.GetInt32() > option.Find("max_length")?.GetInt32()) yield return $"{path}: the least is more than the most";
    }

    // Names, descriptions and values, of each the longest translation: https://docs.discord.com/developers/interactions/application-commands
    private static int Characters(JsonElement node) =>
        Longest(node, "name") + Longest(node, "description") + (node.Text("value")?.Length ?? 0) + node.List("options").Sum(Characters) + node.List("choices").Sum(Characters);

    private static int Longest(JsonElement node, string key) => Translations(node, key).Append(node.Text(key) ?? "").Max(text => text.EnumerateRunes().Count());

    private static IEnumerable<string> Translations(JsonElement node, string key) =>
        node.Find($"{key}_localizations") is { ValueKind: JsonValueKind.Object } translations ? translations.EnumerateObject().Select(entry => entry.Value.ToString()) : [];

    private static bool IsRequired(JsonElement option) => option.Find("required")?.ValueKind == JsonValueKind.True;

    private static bool IsBranch(JsonElement option) => TypeOf(option) is SubCommand or SubCommandGroup;

    private static int TypeOf(JsonElement node) => node.Find("type")?.GetInt32() ?? ChatInput;

    // Discord's own also names the scripts Devanagari and Thai for their vowel signs; .NET knows them as blocks.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex Name();
}
