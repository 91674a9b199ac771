using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>GumbelVQ's quantiser: the encoder's output votes for a code through a 1×1 convolution.</summary>
/// <remarks>The original draws the code at random (Gumbel softmax) even outside training; here the likeliest code is taken, so that a picture always has the same codes.</remarks>
internal sealed class GumbelQuantizer : Quantizer
{
    public readonly Conv2d proj;
    public readonly Embedding embed;

    public GumbelQuantizer(VqganConfig config) : base(nameof(GumbelQuantizer))
    {
        proj = Conv2d(config.EmbedDim, config.NEmbed, 1);
        embed = Embedding(config.NEmbed, config.EmbedDim);
        RegisterComponents();
    }

    public override Parameter Codebook => embed.weight!;

    public Tensor Logits(Tensor latent) => proj.call(latent); // [N,K,h,w]

    public override (Tensor Quantized, Tensor Indices) Encoded(Tensor latent)
    {
        Tensor indices = Logits(latent).argmax(1);             // [N,h,w]
        return (Lookup(indices), indices);
    }
}
