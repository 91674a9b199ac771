using System.Globalization;
using System.Text;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Jobs;

/// <summary>From what a person typed, chose and wants to avoid to the prompt that is painted.</summary>
internal static class PromptComposer
{
    private const double NegativeWeight = -0.5;

    /// <exception cref="PromptException">The prompt is empty, too long or cannot be read.</exception>
    public static string Compose(JobOrder order)
    {
        var style = order.StyleWords?.Trim();
        var negative = order.Negative?.Trim();
        // Words alone are styled: of a blend of pictures there may be none.
        if (order.Prompt.Length == 0 || (string.IsNullOrEmpty(style) && string.IsNullOrEmpty(negative))) return order.Prompt;

        return string.Join(" ^ ", PromptParser.Parse(order.Prompt).Select(phrase =>
        {
            // The style belongs to what is to be seen; "fog:-1, oil painting" would avoid the style too.
            var parts = phrase.Select(part => part.Weight > 0 && !string.IsNullOrEmpty(style) ? part with { Text = $"{part.Text}, {style}" } : part);
            return string.Join(" | ", (string.IsNullOrEmpty(negative) ? parts : parts.Append(new TextPrompt(negative, NegativeWeight))).Select(Write));
        }));
    }

    private static string Write(TextPrompt part)
    {
        var text = new StringBuilder(part.Text.Length);
        foreach (var letter in part.Text)
            text.Append(letter is '|' or '^' or ':' or '\\' ? $"\\{letter}" : letter);
        if (part.Weight != 1 || !double.IsNegativeInfinity(part.Stop)) text.Append(CultureInfo.InvariantCulture, $":{part.Weight:R}");
        if (!double.IsNegativeInfinity(part.Stop)) text.Append(CultureInfo.InvariantCulture, $":{part.Stop:R}");
        return text.ToString();
    }
}
