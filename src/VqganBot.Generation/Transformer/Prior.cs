using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Transformer;

/// <summary>
/// CLIP-GEN's conditional transformer (Wang et al. 2022, section 3.2): an embedding in CLIP's space stands at the first place,
/// the picture's codes follow row by row, and each place predicts the next code.
/// </summary>
public sealed class Prior : Module<Tensor, Tensor, Tensor>, ICodePredictor
{
    internal readonly Embedding tok_emb;
    internal readonly Parameter pos_emb;
    internal readonly Linear cond_proj;
    internal readonly Parameter? unconditional;
    internal readonly Sequential blocks;
    internal readonly LayerNorm ln_f;
    internal readonly Linear head;

    /// <summary>A fresh network, every matrix drawn from N(0, 0.02), gradients on: for training.</summary>
    public Prior(PriorConfig config) : base(nameof(Prior))
    {
        ArgumentNullException.ThrowIfNull(config);
        Config = config;
        var shape = new GptConfig(config.Codes, config.BlockSize, config.Layers, config.Heads, config.Width);
        tok_emb = Embedding(config.Codes, config.Width);
        pos_emb = Parameter(torch.randn([1, config.BlockSize, config.Width]) * 0.02);
        cond_proj = Linear(config.ConditionWidth, config.Width);
        if (config.Guidable)
            unconditional = Parameter(torch.randn([config.Width]) * 0.02);
        blocks = Sequential(Enumerable.Range(0, config.Layers).Select(i => ($"{i}", (Module<Tensor, Tensor>)new GptBlock(shape))));
        ln_f = LayerNorm(config.Width);
        head = Linear(config.Width, config.Codes, config.HeadBias);
        RegisterComponents();
        GptWeights.Initialize(this);
    }

    public PriorConfig Config { get; }

    /// <summary>Reads a prior, frozen and ready for inference.</summary>
    /// <exception cref="Checkpoints.CheckpointException">A weight is missing, or one too many, or of another shape.</exception>
    public static Prior Load(string path) => PriorLoader.Load(path);

    /// <summary>Logits [B,T,K] of all T codes of pictures, given their conditions and the codes themselves.</summary>
    /// <param name="condition">[B,W] from <see cref="Condition"/>.</param>
    /// <param name="codes">[B,T] or [B,T−1]: what the last place holds is never read.</param>
    public override Tensor forward(Tensor condition, Tensor codes)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(codes);
        long T = Config.BlockSize;
        Tensor before = tok_emb.call(codes.narrow(1, 0, T - 1));                          // [B,T-1,W]
        Tensor x = torch.cat([condition.unsqueeze(1), before], 1) + pos_emb;              // [B,T,W]
        return head.call(ln_f.call(blocks.call(x)));                                      // [B,T,K]
    }

    /// <summary>What stands at the first place for embeddings of unit length, [B,D] to [B,W].</summary>
    public Tensor Condition(Tensor embedding)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        return cond_proj.call(embedding * Config.ConditionScale);                         // [B,W]
    }

    /// <summary>What stands there when nothing is asked for: the other half of classifier-free guidance (Ho and Salimans 2022).</summary>
    /// <exception cref="InvalidOperationException">The prior never learnt it (<see cref="PriorConfig.Guidable"/>).</exception>
    public Tensor Unconditional(long count) => unconditional is { } nothing
        ? nothing.unsqueeze(0).expand(count, -1)                                          // [B,W]
        : throw new InvalidOperationException("This prior has not learnt what to write when nothing is asked for.");

    KeyValueCache ICodePredictor.NewCache() => new(Config.Layers, Config.BlockSize);

    Tensor ICodePredictor.Begin(Tensor condition, Tensor codes, KeyValueCache cache) =>
        Continue(torch.cat([condition.unsqueeze(1), tok_emb.call(codes)], 1), cache);     // [B,K]

    Tensor ICodePredictor.Next(Tensor code, KeyValueCache cache) => Continue(tok_emb.call(code).unsqueeze(1), cache); // [B,K]

    private Tensor Continue(Tensor embedded /* [B,n,W] */, KeyValueCache cache)
    {
        long n = embedded.shape[1];
        Tensor x = embedded + pos_emb.narrow(1, cache.Length, n);                          // [B,n,W]
        for (int i = 0; i < Config.Layers; i++)
            x = ((GptBlock)blocks[i]).Continue(x, cache, i);
        cache.Advance((int)n);
        return head.call(ln_f.call(x.narrow(1, n - 1, 1))).squeeze(1);                     // [B,K]
    }
}
