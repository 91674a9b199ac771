using System.Globalization;

namespace VqganBot.CommandLine.Options;

/// <summary>A file with a weight, written "photo.jpg" or "photo.jpg:0.5"; a negative weight steers away from it.</summary>
internal readonly record struct WeightedFile(string Path, double Weight)
{
    public static WeightedFile Parse(string text)
    {
        // Only a trailing number is a weight, so that a path with a colon in it stays a path.
        var colon = text.LastIndexOf(':');
        return colon > 0
            && double.TryParse(text.AsSpan(colon + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            && double.IsFinite(weight)
            ? new WeightedFile(text[..colon], weight)
            : new WeightedFile(text, 1);
    }
}
