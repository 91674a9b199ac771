using TorchSharp;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Paints with the codes of a VQGAN.</summary>
internal sealed class VqganDrawer(VqganModel vqgan) : IDrawer
{
    private readonly Codebook _codebook = new(vqgan);

    public long Channels => _codebook.Channels;

    public Tensor Random(PaintingRandom random, long rows, long columns) => _codebook.Random(random, rows, columns);

    public Tensor Mean() => _codebook.Mean();

    // The quantised latent. For a GumbelVQ that is the likeliest code, where the references drew a sample even here.
    public Tensor Encode(Tensor picture) => vqgan.quantize_encoded(vqgan.encode((picture * 2) - 1)).quantized;

    public Tensor Settle(Tensor z) => _codebook.Nearest(z);

    public Tensor Draw(Tensor settled) => (vqgan.decode(settled) + 1) / 2;

    public Tensor Clamp(Tensor z) => _codebook.Clamp(z);

    public void Dispose() => _codebook.Dispose();
}
