using System.Globalization;

namespace VqganBot.Tests.EndToEnd.Acceptance.Load;

/// <summary>Times of one kind, and what people ask about them.</summary>
internal sealed class Latencies(string name, IEnumerable<TimeSpan> times)
{
    private readonly double[] _milliseconds = [.. times.Select(time => time.TotalMilliseconds).Order()];

    /// <value>Whether the figures of the requirements are asserted: only where nothing else runs on the machine.</value>
    public static bool AreJudged { get; } = Environment.GetEnvironmentVariable("VQGANBOT_TEST_FULL") == "1";

    public static string Header => $"{"ms",-28}{"count",8}{"median",9}{"p95",9}{"p99",9}{"largest",9}";

    public double Median => At(0.5);

    public double Largest => _milliseconds[^1];

    /// <summary>The smallest time that so large a part of all does not exceed.</summary>
    public double At(double part) => _milliseconds[Math.Max(0, (int)Math.Ceiling(part * _milliseconds.Length) - 1)];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{name,-28}{_milliseconds.Length,8}{Median,9:0.0}{At(0.95),9:0.0}{At(0.99),9:0.0}{Largest,9:0.0}");
}
