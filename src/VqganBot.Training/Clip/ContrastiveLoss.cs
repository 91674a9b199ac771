using static TorchSharp.torch;

namespace VqganBot.Training.Clip;

/// <summary>
/// CLIP's symmetric loss. A caption that is true of another picture in the batch as well is neither right nor wrong
/// there: those places leave the comparison.
/// </summary>
internal static class ContrastiveLoss
{
    /// <summary>
    /// Embeddings [N,D] of unit length, the logarithm of the temperature's inverse, the other truths [N,N], and
    /// embeddings [M,D] of pictures that no caption is true of.
    /// </summary>
    public static Tensor Of(Tensor pictures, Tensor texts, Tensor logitScale, Tensor otherTruths, Tensor? spoiled = null)
    {
        var scale = logitScale.exp();
        var logits = (mm(pictures, texts.t()) * scale) - (otherTruths * 1e4);               // [N,N]
        var own = arange(logits.shape[0], ScalarType.Int64, logits.device);                 // [N]
        var ofPictures = spoiled is null ? logits.t() : cat([logits.t(), mm(texts, spoiled.t()) * scale], 1); // [N,N+M]
        return (nn.functional.cross_entropy(logits, own) + nn.functional.cross_entropy(ofPictures, own)) / 2;
    }
}
