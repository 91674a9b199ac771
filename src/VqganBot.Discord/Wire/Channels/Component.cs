using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Any component of a message or modal; which fields count is a matter of its type: https://docs.discord.com/developers/components/reference</summary>
public sealed record Component
{
    [JsonPropertyName("type")]
    public required ComponentType Type { get; init; }

    [JsonPropertyName("id")]
    public int? Id { get; init; }

    /// <value>1 to 100 characters, unique in the message.</value>
    [JsonPropertyName("custom_id")]
    public string? CustomId { get; init; }

    /// <value>A <see cref="ButtonStyle"/> or a <see cref="TextInputStyle"/>.</value>
    [JsonPropertyName("style")]
    public int? Style { get; init; }

    [JsonPropertyName("label")]
    public string? Label { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("emoji")]
    public PartialEmoji? Emoji { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("disabled")]
    public bool? Disabled { get; init; }

    /// <value>Of an action row.</value>
    [JsonPropertyName("components")]
    public IReadOnlyList<Component>? Components { get; init; }

    /// <value>Of a label.</value>
    [JsonPropertyName("component")]
    public Component? Inner { get; init; }

    [JsonPropertyName("options")]
    public IReadOnlyList<SelectOption>? Options { get; init; }

    [JsonPropertyName("placeholder")]
    public string? Placeholder { get; init; }

    [JsonPropertyName("min_values")]
    public int? MinValues { get; init; }

    [JsonPropertyName("max_values")]
    public int? MaxValues { get; init; }

    [JsonPropertyName("min_length")]
    public int? MinLength { get; init; }

    [JsonPropertyName("max_length")]
    public int? MaxLength { get; init; }

    [JsonPropertyName("required")]
    public bool? IsRequired { get; init; }

    /// <value>Of a text input: what it holds at first, or what was typed. Of a checkbox: true or false.</value>
    [JsonPropertyName("value")]
    [JsonConverter(typeof(ScalarTextConverter))]
    public string? Value { get; init; }

    /// <value>Of a select that was submitted.</value>
    [JsonPropertyName("values")]
    public IReadOnlyList<string>? Values { get; init; }

    public static Component Row(params IReadOnlyList<Component> components) => new() { Type = ComponentType.ActionRow, Components = components };

    public static Component Button(string customId, string label, ButtonStyle style = ButtonStyle.Secondary, string? emoji = null, bool disabled = false) => new()
    {
        Type = ComponentType.Button,
        CustomId = customId,
        Label = label,
        Style = (int)style,
        Emoji = emoji is null ? null : new PartialEmoji { Name = emoji },
        Disabled = disabled ? true : null,
    };

    public static Component TextInput(string customId, TextInputStyle style, string? value = null, string? placeholder = null, int? maxLength = null, bool required = true) => new()
    {
        Type = ComponentType.TextInput,
        CustomId = customId,
        Style = (int)style,
        Value = value,
        Placeholder = placeholder,
        MaxLength = maxLength,
        IsRequired = required,
    };

    public static Component Labelled(string label, Component component, string? description = null) =>
        new() { Type = ComponentType.Label, Label = label, Description = description, Inner = component };
}
