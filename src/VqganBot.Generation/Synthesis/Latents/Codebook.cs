using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>The VQGAN's codebook as the loop uses it: nearest codes, random codes, and the box its rows lie in.</summary>
internal sealed class Codebook : IDisposable
{
    private readonly Tensor _rows;          // [K, C]
    private readonly Tensor _turned;        // [C, K]
    private readonly Tensor _squares;       // [1, K]: |e|²
    private readonly Tensor _least;         // [1, C, 1, 1]
    private readonly Tensor _most;

    public Codebook(Tensor rows)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        _rows = rows.detach().to(float32).clone().DetachFromDisposeScope();
        _turned = _rows.t().contiguous().DetachFromDisposeScope();
        _squares = (_rows * _rows).sum(1).unsqueeze(0).DetachFromDisposeScope();
        _least = _rows.amin([0L]).view(1, -1, 1, 1).clone().DetachFromDisposeScope();
        _most = _rows.amax([0L]).view(1, -1, 1, 1).clone().DetachFromDisposeScope();
    }

    public long Channels => _rows.shape[1];

    /// <summary>Each cell's nearest row. Without |x|², which is the same for all rows of a cell.</summary>
    public Tensor Nearest(Tensor z /* [1, C, h, w] */)
    {
        using IDisposable still = no_grad();
        long c = z.shape[1], h = z.shape[2], w = z.shape[3];
        Tensor cells = z.permute(0, 2, 3, 1).reshape(-1, c);                        // [h*w, C]
        Tensor distances = _squares.addmm(cells, _turned, 1, -2);                   // [h*w, K]: |e|² − 2 x·e
        return Gather(distances.argmin(1), h, w);                                   // [1, C, h, w]
    }

    public Tensor Gather(Tensor indices /* [h*w] */, long h, long w) =>
        _rows.index_select(0, indices).view(1, h, w, -1).permute(0, 3, 1, 2).contiguous(); // [1, C, h, w]

    public Tensor Random(PaintingRandom random, long h, long w) =>
        Gather(random.Integers(RandomPurpose.Latent, 0, _rows.shape[0], [h * w]).to(_rows.device), h, w);

    public Tensor Clamp(Tensor z) => torch.minimum(torch.maximum(z, _least), _most);

    public void Dispose()
    {
        _rows.Dispose();
        _turned.Dispose();
        _squares.Dispose();
        _least.Dispose();
        _most.Dispose();
    }
}
