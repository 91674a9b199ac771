using System.Globalization;

namespace VqganBot.Generation.Transformer;

/// <summary>The dimensions of a <see cref="Prior"/>: codes in the codebook, rows and columns of the grid, width of the condition, and the transformer's own.</summary>
public sealed record PriorConfig(int Codes, int Rows, int Columns, int ConditionWidth, int Layers, int Heads, int Width)
{
    /// <value>Places in the sequence: the condition and all codes but the last, whose only use would be to predict what follows it.</value>
    public int BlockSize => Rows * Columns;

    /// <value>Whether it knows what stands at the first place when nothing is asked for, without which there is no guidance; default true.</value>
    public bool Guidable { get; init; } = true;

    /// <value>Whether the last layer has a bias; default false.</value>
    public bool HeadBias { get; init; }

    /// <value>What embeddings of unit length are multiplied by on their way in; default the root of their width, which makes their entries about 1, as the layer wants them.</value>
    public double ConditionScale { get; init; } = Math.Sqrt(ConditionWidth);

    /// <summary>The metadata with which a file of the weights is complete in itself: what their shapes do not tell.</summary>
    public IReadOnlyDictionary<string, string> ToMetadata() => new Dictionary<string, string>
    {
        ["rows"] = Rows.ToString(CultureInfo.InvariantCulture),
        ["columns"] = Columns.ToString(CultureInfo.InvariantCulture),
        ["heads"] = Heads.ToString(CultureInfo.InvariantCulture),
    };
}
