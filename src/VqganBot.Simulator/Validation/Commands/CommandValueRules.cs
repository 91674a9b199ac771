using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Validation.Commands;

/// <summary>What an option that takes a value may say about it: choices, bounds, completion.</summary>
internal static class CommandValueRules
{
    private const int MostChoices = 25;
    private const long LargestInteger = (1L << 53) - 1;
    private const int LongestText = 6000;

    /// <returns>The characters that count towards the size of the command.</returns>
    public static int Check(Form option, ApplicationCommandOptionType type)
    {
        bool completes = option.Flag("autocomplete") ?? false;
        bool isNumber = type is ApplicationCommandOptionType.Integer or ApplicationCommandOptionType.Number;
        bool isText = type == ApplicationCommandOptionType.String;
        IReadOnlyList<Form> choices = option.List("choices", MostChoices);
        if (completes && choices.Count > 0)
            option.Fail("choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE", "Options cannot have both choices and autocomplete");
        if ((completes || choices.Count > 0) && !isNumber && !isText)
            option.Fail("type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Only strings and numbers have choices or complete themselves");
        if (!isNumber && (option.Has("min_value") || option.Has("max_value")))
            option.Fail("min_value", "APPLICATION_COMMAND_OPTIONS_MIN_MAX_VALUE_TYPE_INVALID", "Only numbers have a least and a largest value");
        if (!isText && (option.Has("min_length") || option.Has("max_length")))
            option.Fail("min_length", "APPLICATION_COMMAND_OPTIONS_MIN_MAX_LENGTH_TYPE_INVALID", "Only strings have a least and a largest length");

        if (isText)
            CheckOrder(option, "min_length", option.Integer("min_length", 0, LongestText), option.Integer("max_length", 1, LongestText));
        if (isNumber)
            CheckOrder(option, "min_value", Bound(option, "min_value", type), Bound(option, "max_value", type));
        foreach (JsonElement channel in option.Elements("channel_types", 20))
        {
            if (type != ApplicationCommandOptionType.Channel || channel.ValueKind != JsonValueKind.Number)
                option.Fail("channel_types", "BASE_TYPE_CHOICES", "Kinds of channels are numbers, and belong to options of channels.");
        }
        return CheckChoices(choices, type);
    }

    private static int CheckChoices(IReadOnlyList<Form> choices, ApplicationCommandOptionType type)
    {
        int characters = 0;
        HashSet<string> names = [], values = [];
        foreach (Form choice in choices)
        {
            string? name = choice.Text("name", 100, 1, required: true);
            int localized = LocalizationRules.Check(choice, "name_localizations", (texts, locale) => texts.Text(locale, 100, 1, required: true));
            string? value = type switch
            {
                ApplicationCommandOptionType.String => choice.Text("value", 100, 1, required: true),
                ApplicationCommandOptionType.Integer => choice.Integer("value", -LargestInteger, LargestInteger, required: true)?.ToString("D", null),
                _ => Bound(choice, "value", type)?.ToString("R", null),
            };
            if (name is not null && !names.Add(name))
                choice.Fail("name", "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", "Choice name already exists");
            if (value is not null && !values.Add(value))
                choice.Fail("value", "APPLICATION_COMMAND_OPTIONS_CHOICE_VALUE_ALREADY_EXISTS", "Choice value already exists");
            characters += Math.Max(name?.Length ?? 0, localized) + (type == ApplicationCommandOptionType.String ? value?.Length ?? 0 : 0);
        }
        return characters;
    }

    private static double? Bound(Form form, string name, ApplicationCommandOptionType type)
    {
        if (type == ApplicationCommandOptionType.Integer)
            return form.Integer(name, -LargestInteger, LargestInteger);
        if (!form.Has(name))
            return null;
        JsonElement value = form.Json.GetProperty(name);
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetDouble();
        form.Fail(name, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not float.");
        return null;
    }

    private static void CheckOrder(Form option, string field, double? least, double? most)
    {
        if (least > most)
            option.Fail(field, "APPLICATION_COMMAND_OPTIONS_MIN_MAX_INVALID", $"The least, {least}, is above the largest, {most}.");
    }
}
