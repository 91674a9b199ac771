using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>One head of self-attention over all places of a feature map.</summary>
internal sealed class AttnBlock : Module<Tensor, Tensor>
{
    public readonly GroupNorm norm;
    public readonly Conv2d q;
    public readonly Conv2d k;
    public readonly Conv2d v;
    public readonly Conv2d proj_out;

    public AttnBlock(long channels, VqganConfig config) : base(nameof(AttnBlock))
    {
        norm = Normalize.Channels(channels, config);
        q = Conv2d(channels, channels, 1);
        k = Conv2d(channels, channels, 1);
        v = Conv2d(channels, channels, 1);
        proj_out = Conv2d(channels, channels, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using DisposeScope scope = NewDisposeScope();
        long N = x.shape[0], C = x.shape[1], H = x.shape[2], W = x.shape[3];
        Tensor h = norm.Wide(x);
        Tensor query = q.call(h).view(N, C, H * W).transpose(1, 2);            // [N,HW,C]
        Tensor key = k.call(h).view(N, C, H * W);                              // [N,C,HW]
        Tensor value = v.call(h).view(N, C, H * W);                            // [N,C,HW]

        Tensor weights = torch.bmm(query, key) * (1 / Math.Sqrt(C));           // [N,HW,HW]
        weights = functional.softmax(weights.to(float32), 2);                  // over the keys
        Tensor mixed = torch.bmm(value, weights.transpose(1, 2));              // [N,C,HW]
        return (x + proj_out.call(mixed.view(N, C, H, W))).MoveToOuterDisposeScope(); // [N,C,H,W]
    }
}
