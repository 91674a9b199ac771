using System.Globalization;

namespace VqganBot.Generation.Transformer;

/// <summary>The dimensions of a <see cref="Prior"/>: codes in the codebook, rows and columns of the grid, width of the condition, and the transformer's own.</summary>
public sealed record PriorConfig(int Codes, int Rows, int Columns, int ConditionWidth, int Layers, int Heads, int Width)
{
    /// <value>Places in the sequence: the condition and all codes but the last, whose only use would be to predict what follows it.</value>
    public int BlockSize => Rows * Columns;

    /// <summary>The metadata with which a file of the weights is complete in itself: what their shapes do not tell.</summary>
    public IReadOnlyDictionary<string, string> ToMetadata() => new Dictionary<string, string>
    {
        ["rows"] = Rows.ToString(CultureInfo.InvariantCulture),
        ["columns"] = Columns.ToString(CultureInfo.InvariantCulture),
        ["heads"] = Heads.ToString(CultureInfo.InvariantCulture),
    };
}
