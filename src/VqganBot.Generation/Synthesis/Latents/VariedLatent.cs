using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Where a variation begins: the latent of another picture, some of the way towards random codes.</summary>
internal static class VariedLatent
{
    /// <summary>Mixed around the codebook's mean so that the spread stays what the decoder knows: at strength 1 only chance is left.</summary>
    public static Tensor Create(Tensor latent /* [1, C, h, w] */, double strength, Codebook codebook, PaintingRandom random)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor mean = codebook.Mean();                                                                              // [1, C, 1, 1]
        Tensor chance = codebook.Random(random.For(RandomPurpose.Variation), latent.shape[2], latent.shape[3]);     // [1, C, h, w]
        Tensor mixed = mean + ((latent - mean) * Math.Sqrt(1 - (strength * strength))) + ((chance - mean) * strength);
        return mixed.to(float32).detach().clone().MoveToOuterDisposeScope();
    }
}
