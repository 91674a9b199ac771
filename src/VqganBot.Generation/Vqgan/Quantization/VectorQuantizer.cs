using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>VQModel's quantiser: always the nearest code.</summary>
internal sealed class VectorQuantizer : Quantizer
{
    public readonly Embedding embedding;

    public VectorQuantizer(VqganConfig config) : base(nameof(VectorQuantizer))
    {
        embedding = Embedding(config.NEmbed, config.EmbedDim);
        init.uniform_(embedding.weight, -1.0 / config.NEmbed, 1.0 / config.NEmbed);
        RegisterComponents();
    }

    public override Parameter Codebook => embedding.weight!;

    public override (Tensor Quantized, Tensor Indices) Encoded(Tensor latent) => Nearest(latent);
}
