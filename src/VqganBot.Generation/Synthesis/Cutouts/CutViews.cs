using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Views of the picture, and the way back from them.</summary>
/// <param name="seam">A clamp within, where the graph is cut; null when there is none.</param>
internal sealed class CutViews(Tensor value, ClampWithGrad? seam = null)
{
    public Tensor Value { get; } = value; // [n, 3, S, S]

    /// <summary>To be called when the loss's own backward has reached the seam.</summary>
    public void Backward() => seam?.Backward();
}
