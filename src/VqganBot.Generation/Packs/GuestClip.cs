using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;

namespace VqganBot.Generation.Packs;

/// <summary>A CLIP that judges beside those of a pack. It reads with a tokenizer of its own, so it may come from another training.</summary>
public sealed class GuestClip(string name, ClipModel model, ClipTokenizer tokenizer) : IDisposable
{
    /// <value>The name it is asked for by.</value>
    public string Name { get; } = name;

    public ClipModel Model { get; } = model;

    public ClipTokenizer Tokenizer { get; } = tokenizer;

    /// <param name="precision">That of the pack beside which it judges. <value>float32 by default.</value></param>
    /// <exception cref="ModelPackException">The tokenizer is another CLIP's.</exception>
    /// <exception cref="Checkpoints.CheckpointException">The weights are damaged or are another network's.</exception>
    public static GuestClip Load(string name, string weights, string merges, Device device, Precision? precision = null)
    {
        ClipTokenizer tokenizer = ClipTokenizer.FromMerges(merges);
        ClipModel model = ClipModel.Load(weights).to(device, float32);
        if (model.Config.VocabSize == tokenizer.VocabSize)
        {
            model.ComputeIn(precision ?? Precision.Float32);
            return new GuestClip(name, model, tokenizer);
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(weights))!;
        model.Dispose();
        throw new ModelPackException(folder, $"the CLIP {Path.GetFileName(weights)} knows {model.Config.VocabSize} tokens, but the tokenizer {Path.GetFileName(merges)} makes {tokenizer.VocabSize}; they must come from the same training.");
    }

    public void Dispose() => Model.Dispose();
}
