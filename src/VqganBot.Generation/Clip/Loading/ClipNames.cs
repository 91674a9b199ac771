using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Clip.Loading;

/// <summary>How one family of files names CLIP's weights.</summary>
internal abstract class ClipNames
{
    /// <summary>The naming a file uses, told by the keys that only it has.</summary>
    public static ClipNames Of(Checkpoint file)
    {
        if (file.Tensors.ContainsKey("vision_model.embeddings.patch_embedding.weight"))
            return new HuggingFaceNames();
        if (!file.Tensors.ContainsKey("visual.conv1.weight"))
            throw new CheckpointException(file.File, null, "it holds no CLIP: neither visual.conv1.weight (OpenAI, open_clip) nor vision_model.embeddings.patch_embedding.weight (Hugging Face) is in it");
        return new OpenAiNames(file.Tensors.ContainsKey("text.token_embedding.weight") ? "text." : "");
    }

    public abstract bool IsHuggingFace { get; }

    /// <summary>The network's dimensions, from the shapes in the file and the hints beside it.</summary>
    public abstract ClipConfig Config(Checkpoint file, ClipHints hints);

    /// <summary>For every key the file must have, the tensor of the network (or a view into one) that it fills.</summary>
    public abstract IReadOnlyDictionary<string, Tensor> Targets(ClipModel model);

    /// <summary>Keys that a file may have and that carry no weight.</summary>
    public abstract bool IsIgnored(string key);

    protected static int Dimension(Checkpoint file, string key, int dimension, int rank)
    {
        long[] shape = Shape(file, key);
        if (shape.Length != rank)
            throw new CheckpointException(file.File, key, $"its shape is [{string.Join(", ", shape)}], where a CLIP has {rank} dimensions");
        return checked((int)shape[dimension < 0 ? rank + dimension : dimension]);
    }

    protected static long[] Shape(Checkpoint file, string key) =>
        file.Tensors.TryGetValue(key, out TensorInfo? info)
            ? info.Shape
            : throw new CheckpointException(file.File, key, "this weight, which every CLIP of its kind has, is missing");

    /// <summary>How many keys "prefix0…", "prefix1…" there are in a row.</summary>
    protected static int CountLayers(Checkpoint file, string prefix, string suffix)
    {
        int layers = 0;
        while (file.Tensors.ContainsKey($"{prefix}{layers}{suffix}"))
            layers++;
        return layers;
    }

    /// <summary>The side of a square of <paramref name="positions"/> − 1 places: one position is the class or mean token's.</summary>
    protected static int Grid(Checkpoint file, string key)
    {
        int positions = Dimension(file, key, 0, 2);
        int grid = (int)Math.Round(Math.Sqrt(positions - 1));
        return grid * grid + 1 == positions
            ? grid
            : throw new CheckpointException(file.File, key, $"a positional embedding of {positions} places does not belong to a square picture: a square number and one are needed");
    }

    protected static ClipConfig Complete(ClipConfig config, ClipHints hints)
    {
        ClipVisionConfig vision = config.Vision switch
        {
            VisionTransformerConfig vit => vit with { Heads = hints.VisionHeads ?? HeadsByWidth(vit.Width) ?? vit.Heads },
            ModifiedResNetConfig resnet => resnet with { Heads = hints.VisionHeads ?? resnet.OutputWidth / (hints.VisionHeadWidth ?? 64) },
            _ => config.Vision,
        };
        return config with
        {
            Vision = vision,
            Text = config.Text with { Heads = hints.TextHeads ?? config.Text.Heads },
            Activation = hints.Activation ?? config.Activation,
            LayerNormEps = hints.LayerNormEps ?? config.LayerNormEps,
            Mean = hints.Mean ?? config.Mean,
            Std = hints.Std ?? config.Std,
        };

        // Without a configuration: open_clip's H, g and bigG have 16 heads, wider than everyone else's 64 channels.
        int? HeadsByWidth(int width) => hints.VisionHeadWidth is int each ? width / each : width is 1280 or 1408 or 1664 ? 16 : null;
    }
}
