using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>From pixels in −1…1 down to z_channels per place of the latent grid (Esser et al. 2021, appendix; taming-transformers 3ba01b2).</summary>
internal sealed class Encoder : Module<Tensor, Tensor>
{
    public readonly Conv2d conv_in;
    public readonly ModuleList<EncoderLevel> down;
    public readonly MiddleBlock mid;
    public readonly GroupNorm norm_out;
    public readonly Conv2d conv_out;

    private readonly long _patch;

    public Encoder(VqganConfig config) : base(nameof(Encoder))
    {
        _patch = config.PatchSize;
        int levels = config.ChannelMultipliers.Count;
        conv_in = Conv2d(config.InChannels * _patch * _patch, config.Channels, 3, padding: 1);

        // Where attention sits is decided by the resolution the model was made for, not by the picture at hand.
        int resolution = config.Resolution / config.PatchSize;
        long channels = config.Channels;
        var list = new List<EncoderLevel>();
        for (int level = 0; level < levels; level++)
        {
            long next = config.Channels * config.ChannelMultipliers[level];
            list.Add(new EncoderLevel(channels, next, config, config.AttentionResolutions.Contains(resolution), level == levels - 1));
            channels = next;
            resolution /= 2;
        }
        down = new ModuleList<EncoderLevel>([.. list]);
        mid = new MiddleBlock(channels, config);
        norm_out = Normalize.Channels(channels, config);
        conv_out = Conv2d(channels, config.ZChannels, 3, padding: 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        if (_patch > 1)
            x = functional.pixel_unshuffle(x, _patch);           // [N,3p²,H/p,W/p]
        x = conv_in.call(x);                                     // [N,ch,H/p,W/p]
        foreach (EncoderLevel level in down)
            x = level.call(x);                                   // [N,C,h,w] after the last
        x = mid.call(x);
        return conv_out.call(functional.silu(norm_out.Wide(x))); // [N,z,h,w]
    }
}
