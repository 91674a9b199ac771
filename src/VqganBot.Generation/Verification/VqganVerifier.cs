using TorchSharp;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Verification;

/// <summary>A VQGAN from picture to picture, and the gradient that a free latent gets through it.</summary>
internal static class VqganVerifier
{
    public static GoldenReport Verify(GoldenFolder folder, string yaml, string weights)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using VqganModel vqgan = VqganModel.Load(yaml, weights);
        using var arrays = new GoldenArrays(folder.Root);
        if (arrays.Has("image"))
            Reconstruct(vqgan, arrays);
        if (arrays.Has("z"))
            Optimize(vqgan, arrays);
        return arrays.Report(vqgan._quantizer is GumbelQuantizer ? "VQGAN, Gumbel" : "VQGAN", weights);
    }

    // Each stage starts from the stored output of the one before, where there is one: a near tie between two codes, fallen
    // the other way by a rounding difference in the encoder, then shows as what it is and not as a wrong picture.
    private static void Reconstruct(VqganModel vqgan, GoldenArrays arrays)
    {
        using IDisposable still = torch.no_grad();
        Tensor latent = vqgan.encode(arrays.Read("image"));                      // [N,C,h,w]
        arrays.Compare("latent", latent);
        latent = Stored("latent") ?? latent;

        if (vqgan._quantizer is GumbelQuantizer gumbel)
            arrays.Compare("logits", gumbel.Logits(latent));                     // [N,K,h,w]
        (Tensor quantized, Tensor indices) = vqgan.quantize_encoded(latent);
        arrays.CompareEqual("indices", indices);
        arrays.Compare("quantized", quantized);
        arrays.Compare("reconstruction", vqgan.decode(Stored("quantized") ?? quantized));

        Tensor? Stored(string name) => arrays.Has(name) ? arrays.Read(name) : null;
    }

    private static void Optimize(VqganModel vqgan, GoldenArrays arrays)
    {
        Tensor z = arrays.Read("z").requires_grad_(true);
        (Tensor codes, Tensor indices) = vqgan.quantize(z);
        arrays.CompareEqual("z_indices", indices);
        Tensor picture = (vqgan.decode(VqganModel.straight_through(z, codes)) + 1) / 2;
        var synth = new ClampWithGrad(picture, 0, 1);                            // [N,3,H,W]
        arrays.Compare("synth", synth.Value);
        if (!arrays.Has("loss_weights"))
            return;
        Tensor loss = (synth.Value * arrays.Read("loss_weights")).mean() * 100;
        loss.backward();
        synth.Backward();
        arrays.Compare("loss", loss.reshape(1));
        arrays.Compare("grad_z", z.grad!);
    }
}
