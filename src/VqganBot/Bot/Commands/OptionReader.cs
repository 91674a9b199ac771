using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Commands;

/// <summary>
/// The options of a command, typed. Nothing that arrives is believed: a value of another kind than the option has is answered
/// with what it takes, since a client of its own can send anything.
/// </summary>
internal sealed class OptionReader
{
    // Discord's integers are doubles on the way: 53 bits.
    public const long LargestInteger = (1L << 53) - 1;

    private readonly IReadOnlyList<InteractionOption> _options;
    private readonly ResolvedData? _resolved;

    private OptionReader(string command, IReadOnlyList<InteractionOption> options, ResolvedData? resolved)
    {
        Command = command;
        _options = options;
        _resolved = resolved;
    }

    /// <value>The name with those of the group and the subcommand: <c>limits set</c>.</value>
    public string Command { get; }

    /// <value>The option that is being typed, and what it holds so far.</value>
    public (string Name, string Text)? Focused =>
        _options.FirstOrDefault(option => option.Focused == true) is { } option ? (option.Name, Text(option)) : null;

    public static OptionReader Of(Interaction interaction)
    {
        var command = interaction.Data?.Name ?? "";
        var options = interaction.Data?.Options ?? [];
        // A command, perhaps a group, a subcommand: never deeper.
        for (var depth = 0; depth < 2 && options is [{ Type: ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup } sub]; depth++)
        {
            command = $"{command} {sub.Name}";
            options = sub.Options ?? [];
        }

        return new OptionReader(command, options, interaction.Data?.Resolved);
    }

    public bool Has(string name) => Find(name) is not null;

    public string? String(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw Wrong(name, "text"),
    };

    public long? Integer(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) && number is >= -LargestInteger and <= LargestInteger => number,
        _ => throw Wrong(name, "a whole number"),
    };

    /// <summary>A whole number within bounds, whatever a client let through.</summary>
    public int? Integer(string name, int least, int most) => Integer(name) switch
    {
        null => null,
        { } value when value >= least && value <= most => (int)value,
        { } value => throw new UserFacingException($"The option `{name}` was given {value}; it takes a whole number from {least} to {most}."),
    };

    public double? Number(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        _ => throw Wrong(name, "a number"),
    };

    public bool? Boolean(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Wrong(name, "true or false"),
    };

    /// <summary>The id of a user, role or channel.</summary>
    public Snowflake? Snowflake(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when Discord.Wire.Snowflake.TryParse(value.GetString(), out var id) => id,
        _ => throw Wrong(name, "a user, role or channel"),
    };

    public Attachment? Attachment(string name)
    {
        if (Find(name) is not { } value) return null;
        return value.ValueKind == JsonValueKind.String && Discord.Wire.Snowflake.TryParse(value.GetString(), out var id)
            && _resolved?.Attachments?.TryGetValue(id, out var attachment) == true
            ? attachment
            : throw Wrong(name, "a file");
    }

    private JsonElement? Find(string name) => _options.FirstOrDefault(option => option.Name == name)?.Value;

    private static string Text(InteractionOption option) => option.Value switch
    {
        { ValueKind: JsonValueKind.String } value => value.GetString() ?? "",
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => "",
    };

    private static UserFacingException Wrong(string name, string accepted) =>
        new($"The option `{name}` was given something else than {accepted}, which is what it takes.");
}
