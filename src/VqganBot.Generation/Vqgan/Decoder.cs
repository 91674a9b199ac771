using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>From the latent grid up to pixels, without a final squashing: the values may leave −1…1.</summary>
internal sealed class Decoder : Module<Tensor, Tensor>
{
    public readonly Conv2d conv_in;
    public readonly MiddleBlock mid;
    public readonly ModuleList<DecoderLevel> up;
    public readonly GroupNorm norm_out;
    public readonly Conv2d conv_out;

    private readonly long _patch;

    public Decoder(VqganConfig config) : base(nameof(Decoder))
    {
        _patch = config.PatchSize;
        int levels = config.ChannelMultipliers.Count;
        long channels = config.Channels * config.ChannelMultipliers[^1];
        int resolution = config.Resolution / config.PatchSize >> (levels - 1);
        conv_in = Conv2d(config.ZChannels, channels, 3, padding: 1);
        mid = new MiddleBlock(channels, config);

        // Built from the lowest resolution up, stored with the full resolution first: index 0 runs last.
        var list = new DecoderLevel[levels];
        for (int level = levels - 1; level >= 0; level--)
        {
            long next = config.Channels * config.ChannelMultipliers[level];
            list[level] = new DecoderLevel(channels, next, config, config.AttentionResolutions.Contains(resolution), level == 0);
            channels = next;
            resolution *= 2;
        }
        up = new ModuleList<DecoderLevel>(list);
        norm_out = Normalize.Channels(channels, config);
        conv_out = Conv2d(channels, config.OutChannels * _patch * _patch, 3, padding: 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor z)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = mid.call(conv_in.call(z));                    // [N,C,h,w]
        for (int level = up.Count - 1; level >= 0; level--)
            x = up[level].call(x);                               // [N,ch,H/p,W/p] after the last
        x = conv_out.call(functional.silu(norm_out.Wide(x)));    // [N,3p²,H/p,W/p]
        return (_patch > 1 ? functional.pixel_shuffle(x, _patch) : x).MoveToOuterDisposeScope(); // [N,3,H,W]
    }
}
