using static TorchSharp.torch;

namespace VqganBot.Training.Clip;

/// <summary>
/// CLIP's symmetric loss. A caption that is true of another picture in the batch as well is neither right nor wrong
/// there: those places leave the comparison.
/// </summary>
internal static class ContrastiveLoss
{
    /// <summary>Embeddings [N,D] of unit length, the logarithm of the temperature's inverse, and the other truths [N,N].</summary>
    public static Tensor Of(Tensor pictures, Tensor texts, Tensor logitScale, Tensor otherTruths)
    {
        var logits = (mm(pictures, texts.t()) * logitScale.exp()) - (otherTruths * 1e4);    // [N,N]
        var own = arange(logits.shape[0], ScalarType.Int64, logits.device);                 // [N]
        return (nn.functional.cross_entropy(logits, own) + nn.functional.cross_entropy(logits.t(), own)) / 2;
    }
}
