using VqganBot.Training.Toybox;

namespace VqganBot.Training.Data;

/// <summary>Pictures to learn from: the drawn world's, or a folder of one's own.</summary>
internal interface IPictureSource
{
    int Count { get; }

    /// <value>Pixels of a side.</value>
    int Side { get; }

    /// <value>What it is, for the card of a pack.</value>
    string Description { get; }

    /// <summary>Fills <paramref name="pixels"/>, Side × Side × 3, with rows of red, green, blue.</summary>
    /// <param name="index">Which picture.</param>
    /// <param name="dice">Decide what of the picture is shown and whether it is mirrored; null: always the same view.</param>
    /// <param name="pixels">What is filled.</param>
    void Read(int index, ToyRandom? dice, Span<byte> pixels);
}
