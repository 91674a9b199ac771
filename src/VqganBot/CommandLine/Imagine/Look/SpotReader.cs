using VqganBot.CommandLine.Options;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine.Look;

/// <summary>Reads <c>--spot "left=a star"</c>. What stands before the sign counts only when it names an area, so that "e=mc2" survives.</summary>
internal static class SpotReader
{
    /// <returns>None where no spot was asked for.</returns>
    public static IReadOnlyList<SpotPrompt> Read(LookOptions look)
    {
        var area = look.SpotMask is null ? SpotArea.Centre : Area(look.SpotMask) ?? SpotArea.Mask;
        return [.. look.Spots.Select(text => Read(text, area, outside: false)), .. look.SpotsOff.Select(text => Read(text, area, outside: true))];
    }

    /// <summary>The file of the mask, where one is named.</summary>
    public static string? MaskFile(LookOptions look) => look.SpotMask is { } mask && Area(mask) is null ? mask : null;

    private static SpotPrompt Read(string text, SpotArea otherwise, bool outside)
    {
        var sign = text.IndexOf('=');
        return sign > 0 && Area(text[..sign]) is { } area
            ? new SpotPrompt(text[(sign + 1)..].Trim(), area, outside)
            : new SpotPrompt(text.Trim(), otherwise, outside);
    }

    // "mask" is no area of its own here: the file is.
    private static SpotArea? Area(string word) => ChoiceOption.Parse<SpotArea>(word) is { } area and not SpotArea.Mask ? area : null;
}
