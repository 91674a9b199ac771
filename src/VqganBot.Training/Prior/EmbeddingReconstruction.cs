using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Vqgan;
using VqganBot.Training.Clip;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Training.Prior;

/// <summary>
/// CLIP-GEN's second loss (Wang et al. 2022, equation 4): the picture that the predicted codes decode to should have the
/// embedding it was asked for. The likeliest code is decoded and its softmax gets the gradient, straight through.
/// </summary>
internal sealed class EmbeddingReconstruction(VqganModel vqgan, ClipModel clip)
{
    /// <summary>Mean squared distance between embeddings of unit length, from logits [B,T,K] and what was asked for [B,D].</summary>
    public Tensor Loss(Tensor logits, Tensor wanted, int rows, int columns)
    {
        var likely = functional.softmax(logits, -1);                                                            // [B,T,K]
        var soft = matmul(likely, vqgan.codebook);                                                              // [B,T,C]
        var hard = vqgan.lookup(logits.argmax(-1).view(-1, rows, columns));                                     // [B,C,h,w]
        var grid = soft.transpose(1, 2).reshape(hard.shape);                                                    // [B,C,h,w]
        var picture = ((vqgan.decode(VqganModel.straight_through(grid, hard)) + 1) / 2).clamp(0, 1);            // [B,3,H,W]
        var seen = ClipPictures.Embed(picture, clip);                                                           // [B,D]
        return (seen - wanted).pow(2).sum([1]).mean();
    }
}
