using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Clip;

/// <summary>Pools a feature map by attention: the mean of the map asks, the map and its mean answer.</summary>
internal sealed class AttentionPool2d : Module<Tensor, Tensor>
{
    public readonly Parameter positional_embedding;
    public readonly Linear k_proj;
    public readonly Linear q_proj;
    public readonly Linear v_proj;
    public readonly Linear c_proj;

    private readonly long _heads;

    public AttentionPool2d(long grid, long width, long heads, long embedDim) : base(nameof(AttentionPool2d))
    {
        if (width % heads != 0)
            throw new ArgumentException($"An attention pool of width {width} cannot have {heads} heads: the width must be a multiple of them.");
        _heads = heads;
        double std = 1 / Math.Sqrt(width);
        positional_embedding = Parameter(torch.randn([grid * grid + 1, width]) * std);
        k_proj = Linear(width, width);
        q_proj = Linear(width, width);
        v_proj = Linear(width, width);
        c_proj = Linear(width, embedDim);
        foreach (Linear projection in new[] { q_proj, k_proj, v_proj, c_proj })
            init.normal_(projection.weight, 0, std);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        long N = x.shape[0], C = x.shape[1], H = _heads, d = C / H;
        x = x.flatten(2).permute(2, 0, 1);                                              // [g²,N,C]
        x = torch.cat([x.mean([0], keepdim: true), x], 0);                              // [g²+1,N,C]
        x = x + positional_embedding.unsqueeze(1);                                      // [g²+1,N,C]
        long L = x.shape[0];

        Tensor q = q_proj.call(x.narrow(0, 0, 1)) * (1 / Math.Sqrt(d));                 // [1,N,C]
        q = q.view(1, N * H, d).transpose(0, 1);                                        // [N·H,1,d]
        Tensor k = k_proj.call(x).view(L, N * H, d).transpose(0, 1);                    // [N·H,L,d]
        Tensor v = v_proj.call(x).view(L, N * H, d).transpose(0, 1);                    // [N·H,L,d]
        Tensor weights = functional.softmax(torch.bmm(q, k.transpose(1, 2)).to(float32), -1); // [N·H,1,L]
        Tensor pooled = torch.bmm(weights, v).transpose(0, 1).reshape(N, C);            // [N,C]
        return c_proj.call(pooled);                                                     // [N,D]
    }
}
