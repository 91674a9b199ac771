using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>VQGAN (Esser et al. 2021): a picture as a small grid of codes, and back.</summary>
public sealed class VqganModel : Module
{
    internal readonly Encoder encoder;
    internal readonly Decoder decoder;
    internal readonly Quantizer _quantizer;
    internal readonly Conv2d quant_conv;
    internal readonly Conv2d post_quant_conv;

    /// <summary>A fresh network with PyTorch's initial distributions, gradients on: for training.</summary>
    public VqganModel(VqganConfig config) : base(nameof(VqganModel))
    {
        ArgumentNullException.ThrowIfNull(config);
        if (config.DoubleZ)
            throw new ArgumentException("double_z belongs to the KL autoencoder; a VQGAN has double_z: false.", nameof(config));
        Config = config;
        encoder = new Encoder(config);
        decoder = new Decoder(config);
        _quantizer = config.Target.EndsWith("GumbelVQ", StringComparison.Ordinal) ? new GumbelQuantizer(config) : new VectorQuantizer(config);
        quant_conv = Conv2d(config.ZChannels, config.EmbedDim, 1);
        post_quant_conv = Conv2d(config.EmbedDim, config.ZChannels, 1);

        // By hand, because the key "quantize" is the name of a method here.
        register_module("encoder", encoder);
        register_module("decoder", decoder);
        register_module("quantize", _quantizer);
        register_module("quant_conv", quant_conv);
        register_module("post_quant_conv", post_quant_conv);
    }

    public VqganConfig Config { get; }

    /// <value>In what pictures are decoded; all else is float32.</value>
    public Precision Precision { get; private set; } = Precision.Float32;

    /// <value>All codes, [K,C].</value>
    public Tensor codebook => _quantizer.Codebook;

    /// <summary>Reads a taming configuration and its weights, frozen and ready for inference; of a Net2Net checkpoint, the first stage.</summary>
    /// <exception cref="Checkpoints.CheckpointException">A weight is missing, or one too many, or of another shape.</exception>
    public static VqganModel Load(string yamlPath, string weightsPath) => VqganLoader.Load(yamlPath, weightsPath);

    /// <summary>A picture [N,3,H,W] in −1…1 as a latent before quantisation.</summary>
    public Tensor encode(Tensor image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return quant_conv.call(encoder.call(image)); // [N,C,h,w]
    }

    /// <summary>The nearest code at each place of a latent [N,C,h,w], with a gradient to the codebook where it learns, and the codes' numbers [N,h,w].</summary>
    public (Tensor quantized, Tensor indices) quantize(Tensor z)
    {
        ArgumentNullException.ThrowIfNull(z);
        return _quantizer.Nearest(z);
    }

    /// <summary>What the model itself makes of an encoded picture: the nearest codes, or for GumbelVQ the likeliest.</summary>
    public (Tensor quantized, Tensor indices) quantize_encoded(Tensor latent)
    {
        ArgumentNullException.ThrowIfNull(latent);
        return _quantizer.Encoded(latent);
    }

    /// <summary>The votes [N,K,h,w] that a GumbelVQ draws codes by while it learns, for an encoded picture [N,C,h,w].</summary>
    /// <exception cref="InvalidOperationException">The model takes the nearest code and has no votes.</exception>
    public Tensor votes(Tensor latent)
    {
        ArgumentNullException.ThrowIfNull(latent);
        return _quantizer is GumbelQuantizer gumbel
            ? gumbel.Logits(latent)
            : throw new InvalidOperationException($"Only a GumbelVQ votes for codes, and this is a {Config.Target}.");
    }

    /// <summary>The codes of given numbers [N,h,w].</summary>
    public Tensor lookup(Tensor indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        return _quantizer.Lookup(indices); // [N,C,h,w]
    }

    /// <summary>The codes forward, and backward their gradient handed to <paramref name="z"/> unchanged.</summary>
    public static Tensor straight_through(Tensor z, Tensor quantized)
    {
        ArgumentNullException.ThrowIfNull(z);
        ArgumentNullException.ThrowIfNull(quantized);
        return quantized.detach() + (z - z.detach()); // z − z is exactly 0, so the value is the code to the last bit
    }

    /// <summary>Codes [N,C,h,w] as a picture [N,3,H,W]: meant to lie in −1…1, but not clamped.</summary>
    public Tensor decode(Tensor quantized)
    {
        ArgumentNullException.ThrowIfNull(quantized);
        return Precision.Run(decoder, post_quant_conv.call(quantized)); // [N,3,H,W]
    }

    /// <summary>Decodes in another format from now on. Only for a network that does not learn: its weights are rounded.</summary>
    internal void ComputeIn(Precision precision)
    {
        precision.Store(decoder);
        Precision = precision;
    }
}
