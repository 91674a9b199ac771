using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Clip;

/// <summary>Multi-head self-attention; sequences run along the first dimension, as in CLIP, so that a head is a view and not a copy.</summary>
internal sealed class Attention : Module<Tensor, Tensor>
{
    public readonly Parameter in_proj_weight;
    public readonly Parameter in_proj_bias;
    public readonly Linear out_proj;

    private readonly long _heads;
    private readonly bool _causal;

    public Attention(long width, long heads, bool causal) : base(nameof(Attention))
    {
        if (width % heads != 0)
            throw new ArgumentException($"An attention of width {width} cannot have {heads} heads: the width must be a multiple of them.");
        _heads = heads;
        _causal = causal;
        in_proj_weight = Parameter(torch.empty([3 * width, width]));
        in_proj_bias = Parameter(torch.zeros([3 * width]));
        out_proj = Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using DisposeScope scope = NewDisposeScope();
        long L = x.shape[0], N = x.shape[1], W = x.shape[2], H = _heads, d = W / H;
        Tensor[] qkv = functional.linear(x, in_proj_weight, in_proj_bias).chunk(3, -1);      // 3 × [L,N,W]
        Tensor q = Split(qkv[0] * (1 / Math.Sqrt(d)));
        Tensor k = Split(qkv[1]);
        Tensor v = Split(qkv[2]);

        Tensor scores = torch.bmm(q, k.transpose(1, 2));                                     // [N·H,L,L]
        if (_causal)
            scores = scores + FutureMask(L, x);
        Tensor attended = torch.bmm(functional.softmax(scores.to(float32), -1), v);                      // [N·H,L,d]
        return out_proj.call(attended.transpose(0, 1).contiguous().view(L, N, W)).MoveToOuterDisposeScope(); // [L,N,W]

        Tensor Split(Tensor t) => t.contiguous().view(L, N * H, d).transpose(0, 1);          // [N·H,L,d]
    }

    // −∞ above the diagonal: a token sees itself and what came before it.
    private static Tensor FutureMask(long length, Tensor like) =>
        torch.full([length, length], float.NegativeInfinity, like.dtype, like.device).triu(1); // [L,L]
}
