using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>What a picture is painted with: the latent that is optimised, and how it becomes a picture, at any h and w.</summary>
internal interface IDrawer : IDisposable
{
    /// <value>C in the shape of the latent, [1, C, h, w].</value>
    long Channels { get; }

    /// <summary>A latent of chance.</summary>
    Tensor Random(PaintingRandom random, long rows, long columns);

    /// <summary>The middle of what a latent of chance may be, [1, C, 1, 1].</summary>
    Tensor Mean();

    /// <summary>The latent that draws this picture, as nearly as one does.</summary>
    Tensor Encode(Tensor picture /* [1, 3, H, W], 0 to 1 */);

    /// <summary>What is drawn of a latent, such as its nearest codes; without a graph, for its gradient is the latent's (straight-through).</summary>
    Tensor Settle(Tensor z);

    /// <summary>The picture [1, 3, H, W], with transparency [1, 4, H, W], of what was settled: 0 to 1, and what is beyond will be clamped.</summary>
    Tensor Draw(Tensor settled);

    /// <summary>The latent held within what the drawer knows.</summary>
    Tensor Clamp(Tensor z);
}
