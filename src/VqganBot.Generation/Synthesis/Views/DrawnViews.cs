using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>What chance has decided of n views of one picture in one step: all of it on the host, before anything is on the device.</summary>
/// <param name="Maps">What each shows of its source.</param>
/// <param name="Greys">The grey of each that has <see cref="ViewFill.RandomGrey"/>.</param>
internal sealed record DrawnViews(IReadOnlyList<Homography> Maps, IReadOnlyList<ViewFill> Fills, IReadOnlyList<float> Greys)
{
    /// <value>The square of the picture that is the source of each; empty where all see the same source (<see cref="CutoutMethod.Original"/> only).</value>
    public IReadOnlyList<(long Size, long X, long Y)> Crops { get; init; } = [];

    /// <value>Matrices, 9 numbers each, and offsets, 3 each, of the colours; null leaves them.</value>
    public (float[] Matrices, float[] Offsets)? Colours { get; init; }

    /// <value>What is blackened: left, right, top and bottom of each; null for nothing.</value>
    public float[]? Rectangles { get; init; }

    /// <value>Normal noise [n, 3, S, S] and its strength in each; null for none.</value>
    public (Tensor Normal, float[] Strengths)? Noise { get; init; }
}
