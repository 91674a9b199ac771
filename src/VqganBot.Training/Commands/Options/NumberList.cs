using System.Globalization;

namespace VqganBot.Training.Commands.Options;

/// <summary>Whole numbers above 0 with commas between them.</summary>
internal static class NumberList
{
    public static int[] Parse(string text) =>
        TryParse(text, out var numbers) ? numbers : throw new FormatException($"'{text}' is no list of whole numbers above 0.");

    public static bool TryParse(string text, out int[] numbers)
    {
        var parts = text.Split(',');
        numbers = [.. parts.Select(part => int.TryParse(part, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        return numbers.All(number => number > 0);
    }
}
