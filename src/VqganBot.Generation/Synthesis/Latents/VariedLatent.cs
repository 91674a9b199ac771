using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Where a variation begins: the latent of another picture, some of the way towards chance.</summary>
internal static class VariedLatent
{
    /// <summary>Mixed around the mean so that the spread stays what the drawer knows: at strength 1 only chance is left.</summary>
    public static Tensor Create(Tensor latent /* [1, C, h, w] */, double strength, IDrawer drawer, PaintingRandom random)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor mean = drawer.Mean();                                                    // [1, C, 1, 1]
        Tensor chance = drawer.Random(random.For(RandomPurpose.Variation), latent.shape[2], latent.shape[3]); // [1, C, h, w]
        Tensor mixed = mean + ((latent - mean) * Math.Sqrt(1 - (strength * strength))) + ((chance - mean) * strength);
        return mixed.to(float32).detach().clone().MoveToOuterDisposeScope();
    }
}
