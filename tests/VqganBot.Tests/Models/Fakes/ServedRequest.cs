namespace VqganBot.Tests.Models.Fakes;

/// <summary>What a client asked the loopback server; <paramref name="Number"/> counts the requests for that path from 1.</summary>
internal sealed record ServedRequest(string Path, int Number, string? Range, string? IfRange)
{
    /// <value>The first byte wanted; 0 without a range.</value>
    public int From => Range is null ? 0 : int.Parse(Range["bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture);
}
