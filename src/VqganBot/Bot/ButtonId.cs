using System.Globalization;

namespace VqganBot.Bot;

/// <summary>What a button carries: <c>action:job:version</c>, and a number where the action has one (a tile, a page). All else is in the database.</summary>
internal sealed record ButtonId(string Action, long Job, int Number = 0)
{
    private const string Version = "1";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Action}:{Job}:{Version}{(Number == 0 ? "" : $":{Number}")}");

    /// <summary>Null for what this version did not write: an older button, or a forged one.</summary>
    public static ButtonId? Parse(string? text)
    {
        string[] parts = text?.Split(':') ?? [];
        if (parts.Length is not (3 or 4) || parts[0].Length is 0 or > 20
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var job)
            || parts[2] != Version)
            return null;
        var number = 0;
        return parts.Length == 4 && !int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out number) ? null : new ButtonId(parts[0], job, number);
    }
}
