using System.Globalization;
using System.Text.RegularExpressions;

namespace VqganBot.Generation.Synthesis;

/// <summary>The numbers at the end of a prompt.</summary>
internal static partial class PromptNumber
{
    public const double GreatestWeight = 1_000;

    /// <summary>Plain decimal numbers only: the words "nan" and "infinity" are prompts like any other.</summary>
    public static bool Is(string field) => Plain().IsMatch(field) || field.Trim() == "-inf";

    public static double Weight(string? field, string prompt)
    {
        double weight = field is null ? 1 : Read(field);
        return Math.Abs(weight) <= GreatestWeight
            ? weight
            : throw new PromptException(
                $"The prompt '{prompt.Trim()}' asks for weight {field}; weights lie between {-GreatestWeight} and {GreatestWeight}. " +
                "If the number belongs to the words, write '\\:' before it.");
    }

    public static double Stop(string? field, string prompt)
    {
        double stop = field is null ? double.NegativeInfinity : Read(field);
        return double.IsNegativeInfinity(stop) || Math.Abs(stop) <= GreatestWeight
            ? stop
            : throw new PromptException($"The prompt '{prompt.Trim()}' asks to stop at {field}; a stop lies between {-GreatestWeight} and {GreatestWeight}.");
    }

    private static double Read(string field) =>
        field == "-inf" ? double.NegativeInfinity : double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
