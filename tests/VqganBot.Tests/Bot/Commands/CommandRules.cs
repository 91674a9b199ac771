using System.Text.RegularExpressions;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Bot.Commands;

/// <summary>What Discord accepts as a command: https://docs.discord.com/developers/interactions/application-commands</summary>
internal static partial class CommandRules
{
    /// <summary>All that is wrong with it, with the place; empty when nothing is.</summary>
    public static IReadOnlyList<string> Check(ApplicationCommand command)
    {
        var errors = new List<string>();
        var isSlash = command.Type == ApplicationCommandType.ChatInput;
        foreach (var (locale, name) in Texts(command.Name, command.NameLocalizations))
        {
            if (isSlash && !SlashName().IsMatch(name)) errors.Add($"{command.Name}: the name '{name}' ({locale}) is not allowed.");
            if (isSlash && name != name.ToLowerInvariant()) errors.Add($"{command.Name}: the name '{name}' ({locale}) has capitals.");
            if (name.Length is 0 or > 32) errors.Add($"{command.Name}: the name '{name}' ({locale}) is not of 1 to 32 characters.");
        }

        if (isSlash) CheckDescription(command.Name, command.Description ?? "", command.DescriptionLocalizations, errors);
        else if (!string.IsNullOrEmpty(command.Description) || command.Options is not null) errors.Add($"{command.Name}: a menu has neither description nor options.");
        CheckOptions(command.Name, command.Options ?? [], depth: 0, errors);
        if (Weight(command) is > 8000 and var weight) errors.Add($"{command.Name}: {weight} characters; Discord takes 8000.");
        return errors;
    }

    /// <summary>Characters that count for Discord's sum, the longest language of each text.</summary>
    public static int Weight(ApplicationCommand command) =>
        Longest(command.Name, command.NameLocalizations) + Longest(command.Description, command.DescriptionLocalizations) + (command.Options ?? []).Sum(Weight);

    private static int Weight(ApplicationCommandOption option) =>
        Longest(option.Name, option.NameLocalizations) + Longest(option.Description, option.DescriptionLocalizations)
        + (option.Choices ?? []).Sum(choice => Longest(choice.Name, choice.NameLocalizations) + choice.Value.ToString().Length)
        + (option.Options ?? []).Sum(Weight);

    private static void CheckOptions(string place, IReadOnlyList<ApplicationCommandOption> options, int depth, List<string> errors)
    {
        if (options.Count > 25) errors.Add($"{place}: {options.Count} options; Discord takes 25.");
        if (options.SkipWhile(option => option.IsRequired == true).Any(option => option.IsRequired == true)) errors.Add($"{place}: required options come first.");
        if (options.Any(IsSub) && !options.All(IsSub)) errors.Add($"{place}: subcommands and options do not mix.");
        foreach (var locale in options.SelectMany(option => option.NameLocalizations?.Keys ?? []).Distinct())
        {
            var names = options.Select(option => option.NameLocalizations![locale]).ToArray();
            if (names.Distinct().Count() != names.Length) errors.Add($"{place}: two options have one name in {locale}.");
        }

        foreach (var option in options)
        {
            var here = $"{place} {option.Name}";
            if (IsSub(option) && depth > (option.Type == ApplicationCommandOptionType.SubCommandGroup ? 0 : 1)) errors.Add($"{here}: nested too deep.");
            foreach (var (locale, name) in Texts(option.Name, option.NameLocalizations))
                if (!SlashName().IsMatch(name) || name != name.ToLowerInvariant()) errors.Add($"{here}: the name '{name}' ({locale}) is not allowed.");
            CheckDescription(here, option.Description, option.DescriptionLocalizations, errors);
            if (option.Choices is { } choices)
            {
                if (option.Autocomplete == true) errors.Add($"{here}: autocomplete and choices exclude each other.");
                if (choices.Count is 0 or > 25) errors.Add($"{here}: {choices.Count} choices; Discord takes 25.");
                foreach (var (locale, name) in choices.SelectMany(choice => Texts(choice.Name, choice.NameLocalizations)))
                    if (name.Length is 0 or > 100) errors.Add($"{here}: the choice '{name}' ({locale}) is not of 1 to 100 characters.");
                if (choices.Select(choice => choice.Name).Distinct().Count() != choices.Count) errors.Add($"{here}: two choices have one name.");
            }

            if (option.MaxLength is < 1 or > 6000) errors.Add($"{here}: max_length {option.MaxLength} is not between 1 and 6000.");
            if (Math.Abs(option.MaxValue ?? 0) > (1L << 53) - 1) errors.Add($"{here}: max_value is beyond 53 bits.");
            CheckOptions(here, option.Options ?? [], depth + 1, errors);
        }
    }

    private static void CheckDescription(string place, string description, IReadOnlyDictionary<string, string>? localised, List<string> errors)
    {
        foreach (var (locale, text) in Texts(description, localised))
            if (text.Length is 0 or > 100) errors.Add($"{place}: the description '{text}' ({locale}) has {text.Length} characters; 1 to 100 are taken.");
    }

    private static IEnumerable<(string Locale, string Text)> Texts(string text, IReadOnlyDictionary<string, string>? localised) =>
        [("default", text), .. (localised ?? new Dictionary<string, string>()).Select(pair => (pair.Key, pair.Value))];

    private static int Longest(string? text, IReadOnlyDictionary<string, string>? localised) =>
        Math.Max(text?.Length ?? 0, localised is { Count: > 0 } ? localised.Values.Max(value => value.Length) : 0);

    private static bool IsSub(ApplicationCommandOption option) =>
        option.Type is ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup;

    // .NET knows no scripts: Devanagari and Thai are given by their blocks.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$")]
    private static partial Regex SlashName();
}
