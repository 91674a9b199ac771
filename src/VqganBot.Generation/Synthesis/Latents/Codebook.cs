using TorchSharp;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>The VQGAN's codebook as the loop uses it: nearest codes, random codes, and the box its rows lie in.</summary>
internal sealed class Codebook : IDisposable
{
    private readonly VqganModel _vqgan;
    private readonly Tensor _least; // [1, C, 1, 1]
    private readonly Tensor _most;

    public Codebook(VqganModel vqgan)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        _vqgan = vqgan;
        _least = vqgan.codebook.amin([0L]).view(1, -1, 1, 1).clone().DetachFromDisposeScope();
        _most = vqgan.codebook.amax([0L]).view(1, -1, 1, 1).clone().DetachFromDisposeScope();
    }

    public long Channels => _vqgan.codebook.shape[1];

    public Tensor Nearest(Tensor z /* [1, C, h, w] */)
    {
        using IDisposable still = no_grad();
        return _vqgan.quantize(z).quantized.detach();       // [1, C, h, w]
    }

    public Tensor Random(PaintingRandom random, long rows, long columns)
    {
        Tensor codes = _vqgan.codebook.detach();            // [K, C]
        Tensor indices = random.Integers(RandomPurpose.Latent, 0, codes.shape[0], [rows * columns]).to(codes.device);
        return codes.index_select(0, indices).view(1, rows, columns, -1).permute(0, 3, 1, 2).contiguous();
    }

    public Tensor Mean() => _vqgan.codebook.detach().mean([0L]).view(1, -1, 1, 1);  // [1, C, 1, 1]

    public Tensor Clamp(Tensor z) => torch.minimum(torch.maximum(z, _least), _most);

    public void Dispose()
    {
        _least.Dispose();
        _most.Dispose();
    }
}
