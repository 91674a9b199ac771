using System.Globalization;
using System.Text.RegularExpressions;
using VqganBot.Discord.Wire;

namespace VqganBot.Limits;

/// <summary>What a person types for a limit: <c>5</c>, <c>1h30m</c>, <c>512x512</c>, <c>unlimited</c>, or channels.</summary>
internal static partial class LimitValueParser
{
    // Beyond it a number says nothing that "unlimited" would not say better.
    private const long Greatest = 1_000_000_000;

    private static readonly string[] WordsForNone = ["none", "no", "unlimited", "infinite", "∞", "all", "any", "off"];

    /// <summary>Null when it is no value of that limit; what would be is told by <see cref="Accepted"/>.</summary>
    public static LimitValue? TryParse(LimitDefinition limit, string text)
    {
        text = text.Trim();
        if (WordsForNone.Contains(text, StringComparer.OrdinalIgnoreCase))
            return limit.Limit == LimitName.CooldownSeconds ? LimitValue.Of(0) : LimitValue.Unlimited;
        if (limit.Unit == LimitUnit.Channels)
            return Channels(text) is { } channels ? LimitValue.Of(channels) : null;

        var number = limit.Unit switch
        {
            LimitUnit.Seconds => Duration(text),
            LimitUnit.Pixels => Side(text),
            _ => Number(Unit().Replace(text, "")),
        };
        return number is { } most && most >= limit.Least && most <= Greatest ? LimitValue.Of(most) : null;
    }

    /// <summary>What a limit can be set to, as the end of a sentence.</summary>
    public static string Accepted(LimitDefinition limit) => limit.Unit switch
    {
        LimitUnit.Seconds when limit.Limit == LimitName.CooldownSeconds => "a time such as 90, 30s or 1h30m, or none",
        LimitUnit.Seconds => "a time such as 1800, 30m or 1h30m, or unlimited",
        LimitUnit.Pixels => $"pixels of the longer side from {limit.Least} up, such as 512 or 512x384, or unlimited",
        LimitUnit.Channels => "up to 50 channels such as #art #sketches, or all",
        _ => $"a whole number from {limit.Least} up, or unlimited",
    };

    private static long? Number(string text) =>
        long.TryParse(text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static long? Duration(string text)
    {
        if (Number(text) is { } seconds) return seconds;
        var match = DurationForm().Match(text);
        if (!match.Success || text.Length == 0) return null;
        decimal Part(string name) => match.Groups[name].Success ? decimal.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return (long)Math.Round((Part("d") * 86400) + (Part("h") * 3600) + (Part("m") * 60) + Part("s"));
    }

    private static long? Side(string text)
    {
        var match = SizeForm().Match(text);
        if (!match.Success) return null;
        var sides = match.Groups["side"].Captures.Select(side => long.Parse(side.ValueSpan, CultureInfo.InvariantCulture));
        return sides.Max();
    }

    private static List<Snowflake>? Channels(string text)
    {
        var channels = new List<Snowflake>();
        foreach (var part in text.Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var match = ChannelForm().Match(part);
            if (!match.Success || !Snowflake.TryParse(match.Groups["id"].ValueSpan, out var channel)) return null;
            if (!channels.Contains(channel)) channels.Add(channel);
        }

        return channels.Count is 0 or > 50 ? null : channels;
    }

    // [0-9] and not \d, which other scripts' digits are too: those .NET's own parsers refuse.
    [GeneratedRegex(@"\s*(jobs?|steps?|pictures?|images?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(
        @"^(?:(?<d>[0-9]{1,5}(\.[0-9]{1,3})?)\s*d(ays?)?\s*)?(?:(?<h>[0-9]{1,6}(\.[0-9]{1,3})?)\s*h(ours?|r|rs)?\s*)?(?:(?<m>[0-9]{1,8}(\.[0-9]{1,3})?)\s*m(in(utes?)?)?\s*)?(?:(?<s>[0-9]{1,9}(\.[0-9]{1,3})?)\s*s(ec(onds?)?)?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DurationForm();

    [GeneratedRegex(@"^(?<side>[0-9]{1,9})(\s*[x×*]\s*(?<side>[0-9]{1,9}))?\s*(px|pixels?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SizeForm();

    [GeneratedRegex(@"^(<#(?<id>[0-9]{1,20})>|(?<id>[0-9]{15,20}))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ChannelForm();
}
