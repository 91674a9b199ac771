using System.Globalization;

namespace VqganBot.Limits;

/// <summary>Limits as people read them.</summary>
internal static class LimitText
{
    /// <summary><c>30</c>, <c>512 px</c>, <c>1 h 30 min</c>, <c>unlimited</c>, <c>all channels</c>.</summary>
    public static string Value(LimitDefinition limit, LimitValue value) => limit.Unit == LimitUnit.Channels
        ? value.Channels.Count == 0 ? "all channels" : string.Join(' ', value.Channels.Select(channel => $"<#{channel}>"))
        : value.Most is { } most ? Amount(limit, most)
        : "unlimited";

    public static string Amount(LimitDefinition limit, double amount) => limit.Unit switch
    {
        LimitUnit.Seconds when limit.Limit == LimitName.CooldownSeconds && amount == 0 => "none",
        LimitUnit.Seconds => Duration(TimeSpan.FromSeconds(amount)),
        LimitUnit.Pixels => $"{Number(amount)} px",
        _ => Number(amount),
    };

    public static string Duration(TimeSpan time)
    {
        var seconds = (long)Math.Round(time.TotalSeconds, MidpointRounding.AwayFromZero);
        var (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        string[] parts = [hours > 0 ? $"{Number(hours)} h" : "", minutes > 0 ? $"{minutes} min" : "", seconds % 60 > 0 ? $"{seconds % 60} s" : ""];
        var text = string.Join(' ', parts.Where(part => part.Length > 0));
        return text.Length == 0 ? "0 s" : text;
    }

    /// <summary>A moment as Discord shows it to each person: <c>in 5 minutes</c>.</summary>
    public static string Relative(DateTimeOffset time) =>
        // Rounded up, so that what is said to be free then is.
        $"<t:{(long)Math.Ceiling(time.ToUnixTimeMilliseconds() / 1000.0)}:R>";

    private static string Number(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
