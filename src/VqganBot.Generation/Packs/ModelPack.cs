using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Packs;

/// <summary>Everything that paints: a VQGAN, the CLIPs that judge it, their tokenizer, on one device.</summary>
public sealed class ModelPack : IDisposable
{
    /// <summary>A pack of networks that are in memory already; it becomes their owner.</summary>
    public ModelPack(ModelPackManifest manifest, VqganModel vqgan, IReadOnlyList<ClipModel> clips, ClipTokenizer tokenizer, Device device)
    {
        Manifest = manifest;
        Vqgan = vqgan;
        Clips = clips;
        Tokenizer = tokenizer;
        Device = device;
    }

    public ModelPackManifest Manifest { get; }

    public VqganModel Vqgan { get; }

    public IReadOnlyList<ClipModel> Clips { get; }

    public ClipTokenizer Tokenizer { get; }

    public Device Device { get; }

    /// <summary>Loads the pack of a folder and moves it to a device.</summary>
    /// <exception cref="ModelPackException">A file is missing, or the parts do not fit together.</exception>
    /// <exception cref="Checkpoints.CheckpointException">A file of weights is damaged or is another network's.</exception>
    public static ModelPack Load(string folder, Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        ModelPackManifest manifest = ModelPackManifest.Read(folder);
        RequireFiles(folder, manifest);

        ClipTokenizer tokenizer = ClipTokenizer.FromMerges(In(manifest.Tokenizer));
        VqganModel vqgan = VqganModel.Load(In(manifest.VqganConfig), In(manifest.Vqgan)).to(device, Precision.Of(device));
        var clips = new List<ClipModel>();
        foreach (string file in manifest.Clip)
        {
            ClipModel clip = ClipModel.Load(In(file)).to(device, Precision.Of(device));
            clips.Add(clip);
            // The end token is found as the highest id, so a word list of another size would end every text elsewhere.
            if (clip.Config.VocabSize != tokenizer.VocabSize)
            {
                throw new ModelPackException(folder, $"the CLIP {file} knows {clip.Config.VocabSize} tokens, but the tokenizer {manifest.Tokenizer} makes {tokenizer.VocabSize}; "
                    + "they must come from the same training.");
            }
        }
        return new ModelPack(manifest, vqgan, clips, tokenizer, device);

        string In(string file) => Path.Combine(folder, file);
    }

    public void Dispose()
    {
        Vqgan.Dispose();
        foreach (ClipModel clip in Clips)
            clip.Dispose();
    }

    private static void RequireFiles(string folder, ModelPackManifest manifest)
    {
        string[] missing = [.. new[] { manifest.VqganConfig, manifest.Vqgan, manifest.Tokenizer }
            .Concat(manifest.Clip)
            .Where(file => !File.Exists(Path.Combine(folder, file)))];
        if (missing.Length > 0)
            throw new ModelPackException(folder, $"{(missing.Length == 1 ? "this file is" : "these files are")} missing: {string.Join(", ", missing)}.");
    }
}
