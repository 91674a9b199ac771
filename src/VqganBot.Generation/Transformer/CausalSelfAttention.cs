using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Transformer;

/// <summary>Multi-head attention in which a place sees itself and what came before it.</summary>
internal sealed class CausalSelfAttention : Module<Tensor, Tensor>
{
    public readonly Linear key;
    public readonly Linear query;
    public readonly Linear value;
    public readonly Linear proj;

    private readonly long _heads;
    private readonly long _unmasked;

    public CausalSelfAttention(GptConfig config) : base(nameof(CausalSelfAttention))
    {
        if (config.Width % config.Heads != 0)
            throw new ArgumentException($"A transformer of width {config.Width} cannot have {config.Heads} heads: the width must be a multiple of them.");
        _heads = config.Heads;
        _unmasked = config.Unmasked;
        key = Linear(config.Width, config.Width);
        query = Linear(config.Width, config.Width);
        value = Linear(config.Width, config.Width);
        proj = Linear(config.Width, config.Width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        long B = x.shape[0], T = x.shape[1], C = x.shape[2], H = _heads, d = C / H;
        Tensor k = Split(key.call(x));
        Tensor q = Split(query.call(x));
        Tensor v = Split(value.call(x));

        Tensor scores = torch.matmul(q, k.transpose(2, 3)) * (1 / Math.Sqrt(d));                             // [B,H,T,T]
        Tensor y = torch.matmul(functional.softmax(scores + FutureMask(T, x), -1), v);                       // [B,H,T,d]
        return proj.call(y.transpose(1, 2).reshape(B, T, C));                                                // [B,T,C]

        Tensor Split(Tensor t) => t.view(B, T, H, d).transpose(1, 2);                                        // [B,H,T,d]
    }

    /// <summary>The same for the places [B,n,C] that follow those in the cache.</summary>
    public Tensor Continue(Tensor x, KeyValueCache cache, int layer)
    {
        long B = x.shape[0], n = x.shape[1], C = x.shape[2], H = _heads, d = C / H;
        (Tensor k, Tensor v) = cache.Append(layer, Split(key.call(x)), Split(value.call(x)));                // [B,H,d,L], [B,H,L,d]
        long L = v.shape[2];
        Tensor scores = Product(Split(query.call(x)), k) * (1 / Math.Sqrt(d));                               // [B,H,n,L]
        if (n > 1)
            scores = scores + FutureMask(L, x).narrow(0, L - n, n); // the last place alone sees all, so it needs no mask
        Tensor y = Product(functional.softmax(scores, -1), v);                                               // [B,H,n,d]
        return proj.call(y.transpose(1, 2).reshape(B, n, C));                                                // [B,n,C]

        // One place is one row for each head: hundreds of products too small for libtorch's matmul, which calls BLAS for each.
        Tensor Product(Tensor a, Tensor b) => n == 1 ? TorchRuntime.RowsTimesMatrices(a, b) : torch.matmul(a, b);

        Tensor Split(Tensor t) => t.view(B, n, H, d).transpose(1, 2);                                        // [B,H,n,d]
    }

    private Tensor FutureMask(long length, Tensor like)
    {
        Tensor future = torch.full([length, length], float.NegativeInfinity, like.dtype, like.device).triu(1); // [T,T]
        long open = Math.Min(_unmasked, length);
        if (open > 0)
            future.narrow(0, 0, open).narrow(1, 0, open).fill_(0);
        return future;
    }
}
