using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Clip.Loading;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Clip;

/// <summary>CLIP (Radford et al. 2021): one tower for pictures, one for texts, and a space where a picture lies near its caption.</summary>
public sealed class ClipModel : Module
{
    internal readonly Module<Tensor, Tensor> visual;
    internal readonly Embedding token_embedding;
    internal readonly Parameter positional_embedding;
    internal readonly ClipTransformer transformer;
    internal readonly LayerNorm ln_final;
    internal readonly Parameter text_projection;

    /// <summary>Logarithm of the factor between cosine and logit; 1/0.07 before training, about 100 after.</summary>
    public readonly Parameter logit_scale;

    /// <summary>A fresh network with CLIP's initial distributions, gradients on: for training.</summary>
    public ClipModel(ClipConfig config) : base(nameof(ClipModel))
    {
        ArgumentNullException.ThrowIfNull(config);
        Config = config;
        ClipTextConfig text = config.Text;
        visual = config.Vision switch
        {
            VisionTransformerConfig vit => new VisionTransformer(vit, config.EmbedDim, config.Activation, config.LayerNormEps),
            ModifiedResNetConfig resnet => new ModifiedResNet(resnet, config.EmbedDim),
            _ => throw new ArgumentException($"There is no image tower for a {config.Vision.GetType().Name}; a VisionTransformerConfig or a ModifiedResNetConfig would do.", nameof(config)),
        };
        token_embedding = Embedding(text.VocabSize, text.Width);
        positional_embedding = Parameter(torch.randn([text.ContextLength, text.Width]) * 0.01);
        transformer = new ClipTransformer(new ClipTransformerShape(text.Width, text.Layers, text.Heads, text.MlpWidth, config.Activation, config.LayerNormEps, Causal: true));
        ln_final = LayerNorm(text.Width, config.LayerNormEps);
        text_projection = Parameter(torch.randn([text.Width, config.EmbedDim]) * (1 / Math.Sqrt(text.Width)));
        logit_scale = Parameter(torch.tensor((float)Math.Log(1 / 0.07)));
        init.normal_(token_embedding.weight, 0, 0.02);
        RegisterComponents();
    }

    public ClipConfig Config { get; }

    /// <value>In what pictures are embedded; texts are in float32.</value>
    public Precision Precision { get; private set; } = Precision.Float32;

    /// <value>What to subtract from red, green and blue of a picture in 0…1.</value>
    public float[] Mean => [.. Config.Mean];

    /// <value>What to divide by afterwards.</value>
    public float[] Std => [.. Config.Std];

    /// <summary>Reads a CLIP in OpenAI's, Hugging Face's or open_clip's layout, frozen and ready for inference.</summary>
    /// <exception cref="Checkpoints.CheckpointException">The file is no CLIP, or lacks a weight, or has one too many.</exception>
    public static ClipModel Load(string path) => ClipLoader.Load(path);

    /// <summary>The same from a file that is open already, of which a view shows the CLIP and nothing else.</summary>
    /// <exception cref="Checkpoints.CheckpointException">It is no CLIP, or lacks a weight, or has one too many.</exception>
    public static ClipModel Load(Checkpoints.Checkpoint file) => ClipLoader.Load(file);

    /// <summary>Embeds normalised pictures [N,3,R,R] as [N,D], not of unit length.</summary>
    public Tensor encode_image(Tensor image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Precision.Run(visual, image); // [N,D]
    }

    /// <summary>Embeds rows of tokens [N,L] (int64) as [N,D], not of unit length.</summary>
    public Tensor encode_text(Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        long N = tokens.shape[0], L = tokens.shape[1];
        if (L > Config.ContextLength)
            throw new ArgumentException($"A text of {L} tokens is too long for this CLIP: it reads {Config.ContextLength}.", nameof(tokens));
        Tensor x = token_embedding.call(tokens) + positional_embedding.narrow(0, 0, L);      // [N,L,W]
        x = transformer.call(x.permute(1, 0, 2));                                            // [L,N,W]
        x = ln_final.call(x).permute(1, 0, 2).reshape(N * L, -1);                            // [N·L,W]
        // The end token has the highest id of all, so the first place of the maximum is the end of the text.
        Tensor end = tokens.argmax(-1) + torch.arange(N, ScalarType.Int64, tokens.device) * L; // [N]
        return torch.matmul(x.index_select(0, end), text_projection);                        // [N,D]
    }

    /// <summary>Embeds pictures in another format from now on. Only for a network that does not learn: its weights are rounded.</summary>
    internal void ComputeIn(Precision precision)
    {
        precision.Store(visual);
        Precision = precision;
    }
}
