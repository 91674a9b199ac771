using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>What is asked of the picture itself, beside what CLIP says of it.</summary>
internal interface IImageLoss
{
    /// <returns>The loss times its weight, one number.</returns>
    Tensor Of(Tensor image /* [1, 3 or with transparency 4, H, W], 0 to 1 */);
}
