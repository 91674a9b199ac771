using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Client;

/// <summary>What a client checks of an option before it sends it. It never checks what completes itself: that is free text.</summary>
internal static class OptionChecks
{
    public static void Check(ApplicationCommandOption option, OptionValue value)
    {
        if (option.Type == ApplicationCommandOptionType.Attachment != (value.File is not null))
            throw new ClientRefusedException($"{option.Name}: a file goes into an option of files, and nothing else does.");
        if (value.Json is not { } json)
            return;
        switch (option.Type)
        {
            case ApplicationCommandOptionType.String:
                CheckText(option, Expect<string>(option, json, JsonValueKind.String));
                break;
            case ApplicationCommandOptionType.Integer:
            case ApplicationCommandOptionType.Number:
                CheckNumber(option, json);
                break;
            case ApplicationCommandOptionType.Boolean:
                if (json.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
                    throw new ClientRefusedException($"{option.Name}: enter true or false.");
                break;
            default:
                if (!Snowflake.TryParse(Expect<string>(option, json, JsonValueKind.String), out _))
                    throw new ClientRefusedException($"{option.Name}: choose one of the list.");
                break;
        }
        if (option.Choices is { Count: > 0 } choices && !choices.Any(choice => IsSame(choice, json)))
            throw new ClientRefusedException($"{option.Name}: choose one of the list.");
    }

    private static void CheckText(ApplicationCommandOption option, string text)
    {
        int length = text.EnumerateRunes().Count();
        if (length == 0 || length < option.MinLength || length > (option.MaxLength ?? 6000))
            throw new ClientRefusedException($"{option.Name}: enter {Math.Max(option.MinLength ?? 1, 1)} to {option.MaxLength ?? 6000} characters.");
    }

    private static void CheckNumber(ApplicationCommandOption option, JsonNode json)
    {
        if (json.GetValueKind() != JsonValueKind.Number)
            throw new ClientRefusedException($"{option.Name}: enter a number.");
        double number = double.Parse(json.ToJsonString(), CultureInfo.InvariantCulture);
        if (option.Type == ApplicationCommandOptionType.Integer && number != Math.Truncate(number))
            throw new ClientRefusedException($"{option.Name}: enter a whole number.");
        if (number < option.MinValue || number > option.MaxValue)
            throw new ClientRefusedException(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: enter a number from {option.MinValue} to {option.MaxValue}."));
    }

    private static T Expect<T>(ApplicationCommandOption option, JsonNode json, JsonValueKind kind) =>
        json.GetValueKind() == kind ? json.GetValue<T>() : throw new ClientRefusedException($"{option.Name}: enter a valid value.");

    private static bool IsSame(ApplicationCommandChoice choice, JsonNode value) =>
        choice.Value.ValueKind == JsonValueKind.Number && value.GetValueKind() == JsonValueKind.Number
            ? choice.Value.GetDouble() == double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
            : choice.Value.ToString() == value.ToString() && choice.Value.ValueKind == value.GetValueKind();
}
