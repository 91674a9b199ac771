using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Transformer;

/// <summary>The transformer over VQGAN codes that taming-transformers (3ba01b2) took from minGPT: indices [B,T] to logits [B,T,V].</summary>
public sealed class Gpt : Module<Tensor, Tensor>, ICodePredictor
{
    internal readonly Embedding tok_emb;
    internal readonly Parameter pos_emb;
    internal readonly Sequential blocks;
    internal readonly LayerNorm ln_f;
    internal readonly Linear head;

    /// <summary>A fresh network, every matrix drawn from N(0, 0.02), gradients on: for training.</summary>
    public Gpt(GptConfig config) : base(nameof(Gpt))
    {
        ArgumentNullException.ThrowIfNull(config);
        Config = config;
        tok_emb = Embedding(config.VocabSize, config.Width);
        pos_emb = Parameter(torch.zeros([1, config.BlockSize, config.Width]));
        blocks = Sequential(Enumerable.Range(0, config.Layers).Select(i => ($"{i}", (Module<Tensor, Tensor>)new GptBlock(config))));
        ln_f = LayerNorm(config.Width);
        head = Linear(config.Width, config.VocabSize, false);
        RegisterComponents();
        GptWeights.Initialize(this);
    }

    public GptConfig Config { get; }

    /// <summary>Reads taming's weights, alone or within a Net2Net checkpoint, frozen and ready for inference; the number of heads is not in them.</summary>
    /// <exception cref="Checkpoints.CheckpointException">A weight is missing, or one too many, or of another shape.</exception>
    public static Gpt Load(string path, int heads) => GptLoader.Load(path, heads);

    public override Tensor forward(Tensor indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        long T = indices.shape[1];
        if (T > Config.BlockSize)
            throw new ArgumentException($"A sequence of {T} codes is too long for this transformer: it reads {Config.BlockSize}.", nameof(indices));
        Tensor x = tok_emb.call(indices) + pos_emb.narrow(1, 0, T); // [B,T,C]
        x = ln_f.call(blocks.call(x));
        return head.call(x);                                        // [B,T,V]
    }

    KeyValueCache ICodePredictor.NewCache() => new(Config.Layers, Config.BlockSize);

    // A condition is codes before the picture's: a class, a start token, or the codes of another picture.
    Tensor ICodePredictor.Begin(Tensor condition, Tensor codes, KeyValueCache cache) => Continue(torch.cat([condition, codes], 1), cache); // [B,V]

    Tensor ICodePredictor.Next(Tensor code, KeyValueCache cache) => Continue(code.unsqueeze(1), cache); // [B,V]

    private Tensor Continue(Tensor indices /* [B,n] */, KeyValueCache cache)
    {
        long n = indices.shape[1];
        if (cache.Length + n > Config.BlockSize)
            throw new ArgumentException($"A sequence of {cache.Length + n} codes is too long for this transformer: it reads {Config.BlockSize}.", nameof(indices));
        Tensor x = tok_emb.call(indices) + pos_emb.narrow(1, cache.Length, n);  // [B,n,C]
        for (int i = 0; i < Config.Layers; i++)
            x = ((GptBlock)blocks[i]).Continue(x, cache, i);
        cache.Advance((int)n);
        return head.call(ln_f.call(x.narrow(1, n - 1, 1))).squeeze(1);          // [B,V]
    }
}
