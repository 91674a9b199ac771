using System.Globalization;
using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Validation;

/// <summary>
/// One object of a form, read field by field; what is wrong is noted with its path, and reading goes on, so that all errors come at once.
/// Null counts as absent, as it does on Discord for nearly every field.
/// </summary>
internal sealed class Form
{
    private readonly IReadOnlyList<string> _path;

    public Form(JsonElement json, FormErrors errors, params IReadOnlyList<string> path)
    {
        (Json, Errors, _path) = (json, errors, path);
        if (json.ValueKind != JsonValueKind.Object)
            Fail("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
    }

    public JsonElement Json { get; }

    public FormErrors Errors { get; }

    public bool Has(string name) => Find(name) is not null;

    public void Fail(string code, string message) => Errors.Add(_path, code, message);

    public void Fail(string name, string code, string message) => Errors.Add([.. _path, name], code, message);

    public string? Text(string name, int most, int least = 0, bool required = false)
    {
        if (Find(name) is not { } value)
            return Missing<string>(name, required);
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            return Bad<string>(name, "STRING_TYPE_CONVERT", "Could not interpret value as string.");

        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        int length = text.EnumerateRunes().Count();
        if (length == 0 && required && least > 0)
            return Missing<string>(name, true);
        if (length > most && least == 0)
            return Bad<string>(name, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");
        if (length > most || length < least)
            return Bad<string>(name, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
        return text;
    }

    public long? Integer(string name, long least, long most, bool required = false)
    {
        if (Find(name) is not { } value)
        {
            Missing<string>(name, required);
            return null;
        }
        long number = 0;
        bool isNumber = value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out number)
            || value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        if (!isNumber)
            Fail(name, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not int.");
        else if (number < least)
            Fail(name, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {least}.");
        else if (number > most)
            Fail(name, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {most}.");
        else
            return number;
        return null;
    }

    /// <summary>A number of a closed set.</summary>
    public int? Choice(string name, IReadOnlyList<int> allowed, bool required = false)
    {
        if (Integer(name, int.MinValue, int.MaxValue, required) is not { } value)
            return null;
        if (allowed.Contains((int)value))
            return (int)value;
        Fail(name, "BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", allowed)}}}.");
        return null;
    }

    public bool? Flag(string name)
    {
        switch (Find(name)?.ValueKind)
        {
            case null:
                return null;
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                Fail(name, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
                return null;
        }
    }

    public Snowflake? Id(string name, bool required = false)
    {
        if (Find(name) is not { } value)
        {
            Missing<string>(name, required);
            return null;
        }
        if (Snowflake.TryParse(value.ToString(), out Snowflake id))
            return id;
        Fail(name, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not snowflake.");
        return null;
    }

    public Form? Object(string name, bool required = false) =>
        Find(name) is { } value ? new Form(value, Errors, [.. _path, name]) : Missing<Form>(name, required);

    /// <summary>The elements of a list, each a form of its own; empty where there is none.</summary>
    public IReadOnlyList<Form> List(string name, int most, int least = 0, bool required = false)
    {
        IReadOnlyList<JsonElement> values = Elements(name, most, least, required);
        return [.. values.Select((value, index) => new Form(value, Errors, [.. _path, name, index.ToString(CultureInfo.InvariantCulture)]))];
    }

    public IReadOnlyList<JsonElement> Elements(string name, int most, int least = 0, bool required = false)
    {
        if (Find(name) is not { } value)
            return Missing<IReadOnlyList<JsonElement>>(name, required) ?? [];
        if (value.ValueKind != JsonValueKind.Array)
            return Bad<IReadOnlyList<JsonElement>>(name, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType") ?? [];
        int count = value.GetArrayLength();
        if (count > most || count < least)
            return Bad<IReadOnlyList<JsonElement>>(name, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.") ?? [];
        return [.. value.EnumerateArray()];
    }

    private JsonElement? Find(string name) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private T? Missing<T>(string name, bool required) where T : class =>
        required ? Bad<T>(name, "BASE_TYPE_REQUIRED", "This field is required") : null;

    private T? Bad<T>(string name, string code, string message) where T : class
    {
        Fail(name, code, message);
        return null;
    }
}
