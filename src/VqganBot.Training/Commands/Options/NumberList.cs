using System.CommandLine;
using System.Globalization;

namespace VqganBot.Training.Commands.Options;

/// <summary>Whole numbers above 0 with commas between them.</summary>
internal static class NumberList
{
    public static int[] Parse(string text) =>
        TryParse(text, out var numbers) ? numbers : throw new FormatException($"'{text}' is no list of whole numbers above 0.");

    public static bool TryParse(string text, out int[] numbers)
    {
        numbers = [.. text.Split(',').Select(part => int.TryParse(part, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        return numbers.All(number => number > 0);
    }

    /// <summary>Refuses an option's text that is no such list, or one too long or too short.</summary>
    public static void Require(Option<string> option, Func<int[], bool> fits) => option.Validators.Add(result =>
    {
        if (!TryParse(result.GetValueOrDefault<string>(), out var numbers) || !fits(numbers))
            result.AddError($"{option.Name}: '{result.GetValueOrDefault<string>()}' does not do. {option.Description}");
    });
}
