using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Transformer;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Packs;

/// <summary>Everything that paints: a VQGAN, the CLIPs that judge it, their tokenizer, on one device.</summary>
public sealed class ModelPack : IDisposable
{
    /// <summary>A pack of networks that are in memory already; it becomes their owner.</summary>
    public ModelPack(ModelPackManifest manifest, VqganModel vqgan, IReadOnlyList<ClipModel> clips, ClipTokenizer tokenizer, Device device, Prior? prior = null)
    {
        Manifest = manifest;
        Vqgan = vqgan;
        Clips = clips;
        Tokenizer = tokenizer;
        Device = device;
        Prior = prior;
    }

    public ModelPackManifest Manifest { get; }

    public VqganModel Vqgan { get; }

    public IReadOnlyList<ClipModel> Clips { get; }

    public ClipTokenizer Tokenizer { get; }

    public Device Device { get; }

    /// <value>What drafts pictures from embeddings of the first CLIP, if the pack has one.</value>
    public Prior? Prior { get; }

    /// <value>What drafts pictures of classes, or of one kind, in a pack of taming's whose checkpoint has a transformer; null for all others.</value>
    public Net2Net? Transformer { get; init; }

    /// <value>In what its networks look and draw.</value>
    public Precision Precision { get; private set; } = Precision.Float32;

    /// <summary>Loads the pack of a folder and moves it to a device.</summary>
    /// <exception cref="PrecisionException">The device does not compute in the format that was asked for.</exception>
    /// <exception cref="ModelPackException">A file is missing, or the parts do not fit together.</exception>
    /// <exception cref="Checkpoints.CheckpointException">A file of weights is damaged or is another network's.</exception>
    public static ModelPack Load(string folder, Device device, PrecisionChoice precision = PrecisionChoice.Auto)
    {
        ArgumentNullException.ThrowIfNull(device);
        Precision chosen = Precision.For(precision, DeviceFacts.Of(device));
        ModelPackManifest manifest = ModelPackManifest.Read(folder);
        RequireFiles(folder, manifest);

        ClipTokenizer tokenizer = ClipTokenizer.FromMerges(In(manifest.Tokenizer));
        VqganModel vqgan = VqganModel.Load(In(manifest.VqganConfig), In(manifest.Vqgan)).to(device, float32);
        var clips = new List<ClipModel>();
        foreach (string file in manifest.Clip)
        {
            ClipModel clip = ClipModel.Load(In(file)).to(device, float32);
            clips.Add(clip);
            // The end token is found as the highest id, so a word list of another size would end every text elsewhere.
            if (clip.Config.VocabSize != tokenizer.VocabSize)
            {
                throw new ModelPackException(folder, $"the CLIP {file} knows {clip.Config.VocabSize} tokens, but the tokenizer {manifest.Tokenizer} makes {tokenizer.VocabSize}; "
                    + "they must come from the same training.");
            }
        }
        bool isNet2Net = manifest.Prior is { } prior && CheckpointInspector.Inspect(In(prior)).Kind == CheckpointKind.Net2Net;
        ModelPack pack = new(manifest, vqgan, clips, tokenizer, device, isNet2Net ? null : LoadPrior(folder, manifest, vqgan, clips[0], device))
        {
            Transformer = isNet2Net ? LoadTransformer(folder, manifest, vqgan, device) : null,
        };
        pack.ComputeIn(chosen);
        return pack;

        string In(string file) => Path.Combine(folder, file);
    }

    /// <summary>Looks and draws in another format from now on; the weights are rounded to it.</summary>
    public void ComputeIn(Precision precision)
    {
        ArgumentNullException.ThrowIfNull(precision);
        Accelerator.Tune(Device, precision);
        Vqgan.ComputeIn(precision);
        foreach (ClipModel clip in Clips)
            clip.ComputeIn(precision);
        Precision = precision;
    }

    public void Dispose()
    {
        Vqgan.Dispose();
        Prior?.Dispose();
        Transformer?.Dispose();
        foreach (ClipModel clip in Clips)
            clip.Dispose();
    }

    private static Prior? LoadPrior(string folder, ModelPackManifest manifest, VqganModel vqgan, ClipModel clip, Device device)
    {
        if (manifest.Prior is not { } file)
            return null;
        Prior prior = Prior.Load(Path.Combine(folder, file)).to(device);
        if (prior.Config.Codes != vqgan.codebook.shape[0])
            throw new ModelPackException(folder, $"the prior {file} writes {prior.Config.Codes} codes, but the VQGAN has {vqgan.codebook.shape[0]}; they must come from the same training.");
        if (prior.Config.ConditionWidth != clip.Config.EmbedDim)
            throw new ModelPackException(folder, $"the prior {file} reads embeddings of {prior.Config.ConditionWidth} numbers, but the first CLIP makes {clip.Config.EmbedDim}; they must come from the same training.");
        return prior;
    }

    private static Net2Net LoadTransformer(string folder, ModelPackManifest manifest, VqganModel vqgan, Device device)
    {
        Net2Net transformer = Net2Net.Load(Path.Combine(folder, manifest.VqganConfig), Path.Combine(folder, manifest.Prior!), device);
        return transformer.Gpt.Config.VocabSize == vqgan.codebook.shape[0]
            ? transformer
            : throw new ModelPackException(folder, $"the transformer in {manifest.Prior} writes {transformer.Gpt.Config.VocabSize} codes, but the VQGAN has {vqgan.codebook.shape[0]}; they must come from the same training.");
    }

    private static void RequireFiles(string folder, ModelPackManifest manifest)
    {
        string[] missing = [.. new[] { manifest.VqganConfig, manifest.Vqgan, manifest.Tokenizer }
            .Concat(manifest.Clip)
            .Concat(manifest.Prior is { } prior ? [prior] : [])
            .Where(file => !File.Exists(Path.Combine(folder, file)))];
        if (missing.Length > 0)
            throw new ModelPackException(folder, $"{(missing.Length == 1 ? "this file is" : "these files are")} missing: {string.Join(", ", missing)}.");
    }
}
