using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Clip;

/// <summary>The feed-forward half of a transformer block.</summary>
internal sealed class Mlp : Module<Tensor, Tensor>
{
    public readonly Linear c_fc;
    public readonly Linear c_proj;

    private readonly ClipActivation _activation;

    public Mlp(long width, long hidden, ClipActivation activation) : base(nameof(Mlp))
    {
        _activation = activation;
        c_fc = Linear(width, hidden);
        c_proj = Linear(hidden, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = _activation.Apply(c_fc.call(x)); // [L,N,hidden]
        return c_proj.call(x);               // [L,N,W]
    }
}
