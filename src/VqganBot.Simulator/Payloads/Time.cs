using System.Globalization;

namespace VqganBot.Simulator.Payloads;

/// <summary>Times as Discord writes them: microseconds and <c>+00:00</c>.</summary>
internal static class Time
{
    public static string Of(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);
}
