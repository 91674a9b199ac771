namespace VqganBot.Generation.Vqgan;

/// <summary>The dimensions of a VQGAN, as taming's YAML files give them (params and params.ddconfig).</summary>
public sealed record VqganConfig
{
    /// <value>The Python class it was trained as; it ends in VQModel or GumbelVQ (of a Net2Net file: that of its first stage).</value>
    public required string Target { get; init; }

    /// <value>embed_dim: the length of a code.</value>
    public required int EmbedDim { get; init; }

    /// <value>n_embed: how many codes there are.</value>
    public required int NEmbed { get; init; }

    /// <value>double_z: whether the encoder gives mean and variance. Default false; a VQGAN has none.</value>
    public bool DoubleZ { get; init; }

    /// <value>z_channels: channels between encoder and quantiser.</value>
    public required int ZChannels { get; init; }

    /// <value>resolution: the nominal size, which decides at which levels attention stands.</value>
    public required int Resolution { get; init; }

    /// <value>in_channels. Default 3.</value>
    public int InChannels { get; init; } = 3;

    /// <value>out_ch. Default 3.</value>
    public int OutChannels { get; init; } = 3;

    /// <value>ch: channels of the first level.</value>
    public required int Channels { get; init; }

    /// <value>ch_mult: for each level, its channels divided by those of the first.</value>
    public required IReadOnlyList<int> ChannelMultipliers { get; init; }

    /// <value>num_res_blocks: blocks of a level (the decoder has one more).</value>
    public required int ResBlocks { get; init; }

    /// <value>attn_resolutions: nominal resolutions with attention.</value>
    public required IReadOnlyList<int> AttentionResolutions { get; init; }

    /// <value>dropout. Default 0.</value>
    public double Dropout { get; init; }

    /// <value>patch_size, an extension of ours: pixels are folded p×p into channels before the first convolution. Default 1.</value>
    public int PatchSize { get; init; } = 1;

    /// <value>norm_eps, an extension of ours: the ε of every group normalisation. Default 1e-6, taming's; CLIP-GEN's own networks have 1e-5.</value>
    public double NormEps { get; init; } = 1e-6;

    /// <value>How many pixels of a side become one code.</value>
    public int DownsampleFactor => PatchSize << (ChannelMultipliers.Count - 1);

    /// <summary>Reads taming's YAML.</summary>
    /// <exception cref="Checkpoints.CheckpointException">The file or a value is missing or absurd.</exception>
    public static VqganConfig FromYaml(string path) => VqganConfigYaml.Read(path);

    /// <summary>The same dimensions as YAML that <see cref="FromYaml"/> and taming read.</summary>
    public string ToYaml() => VqganConfigYaml.Write(this);
}
