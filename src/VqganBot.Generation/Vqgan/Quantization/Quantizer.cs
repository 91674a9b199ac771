using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>A codebook, and the two ways to use it: the nearest code of any latent, and what the model itself makes of its encoder's output.</summary>
internal abstract class Quantizer(string name) : Module(name)
{
    private readonly NormCache _norms = new();

    /// <value>[K,C], one code a row.</value>
    public abstract Parameter Codebook { get; }

    /// <summary>The model's own quantisation of an encoded picture [N,C,h,w].</summary>
    public abstract (Tensor Quantized, Tensor Indices) Encoded(Tensor latent);

    /// <summary>The code nearest to each place of a latent [N,C,h,w]: codes [N,C,h,w] and their numbers [N,h,w].</summary>
    public (Tensor Quantized, Tensor Indices) Nearest(Tensor latent)
    {
        Tensor indices = NearestIndices(latent);
        return (Lookup(indices), indices);
    }

    /// <summary>The codes of indices [N,h,w] as a latent [N,C,h,w].</summary>
    public Tensor Lookup(Tensor indices)
    {
        long N = indices.shape[0], h = indices.shape[1], w = indices.shape[2];
        Tensor codes = Codebook.index_select(0, indices.flatten());            // [N·h·w,C]
        return codes.view(N, h, w, -1).permute(0, 3, 1, 2).contiguous();       // [N,C,h,w]
    }

    // |x − e|² = |x|² + |e|² − 2x·e. The first term is the same for all codes, but it is kept, and the sums are taken in
    // the order of the original (taming-transformers 3ba01b2): a tie after rounding must fall to the same code.
    private Tensor NearestIndices(Tensor latent)
    {
        using IDisposable still = torch.no_grad();
        using DisposeScope scope = torch.NewDisposeScope();
        long N = latent.shape[0], C = latent.shape[1], h = latent.shape[2], w = latent.shape[3];
        Tensor x = latent.detach().permute(0, 2, 3, 1).reshape(N * h * w, C);  // [P,C]
        Tensor distance = x.pow(2).sum([1], keepdim: true) + _norms.Of(Codebook); // [P,K]
        distance.sub_(torch.mm(x * 2, Codebook.t()));                          // [P,K]
        return distance.argmin(1).view(N, h, w).MoveToOuterDisposeScope();     // [N,h,w]
    }
}
