using System.Globalization;
using VqganBot.Generation.Checkpoints;

namespace VqganBot.Generation.Vqgan;

/// <summary>Reads numbers out of a YAML file, each within the range that makes sense for it.</summary>
internal sealed class YamlNumbers(YamlDocument document)
{
    public CheckpointException Fault(string key, string fault) => document.Fault(key, fault);

    public int Integer(string key, int least, int most, int? missing = null)
    {
        if (missing is { } number && !document.Has(key))
            return number;
        var text = document.Find(key);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Fault(key, $"it is {Quote(text)}, where a whole number from {least} to {most} was expected");
    }

    public IReadOnlyList<int> Integers(string key, int least, int most, int fewest, int longest)
    {
        if (document.Count(key) is not { } count || count < fewest || count > longest)
            throw Fault(key, $"it should be a list of {fewest} to {longest} numbers, and is {(document.Has(key) ? "not" : "missing")}");
        var numbers = new int[count];
        for (var index = 0; index < count; index++)
            numbers[index] = Integer($"{key}.{index}", least, most);
        return numbers;
    }

    public bool Flag(string key, bool missing) => document.Has(key)
        ? document.Find(key)?.ToUpperInvariant() switch
        {
            "TRUE" => true,
            "FALSE" => false,
            _ => throw Fault(key, $"it is {Quote(document.Find(key))}, where true or false was expected"),
        }
        : missing;

    public double Fraction(string key, double missing)
    {
        if (!document.Has(key))
            return missing;
        var text = document.Find(key);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1
            ? number
            : throw Fault(key, $"it is {Quote(text)}, where a number from 0 to below 1 was expected");
    }

    private static string Quote(string? text) => text is null ? "missing" : $"'{CheckpointException.Show(text)}'";
}
