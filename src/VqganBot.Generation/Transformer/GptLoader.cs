using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Transformer;

/// <summary>From a file to a frozen transformer; all dimensions but the heads are in its shapes.</summary>
internal static class GptLoader
{
    public static Gpt Load(string path, int heads)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using Checkpoint file = Checkpoint.Open(path);
        long[] tokens = Shape(file, "tok_emb.weight", 2), positions = Shape(file, "pos_emb", 3);
        int layers = 0;
        while (file.Tensors.ContainsKey($"blocks.{layers}.ln1.weight"))
            layers++;
        var config = new GptConfig((int)tokens[0], (int)positions[1], layers, heads, (int)tokens[1]) { Unmasked = Unmasked(file) };

        using IDisposable still = torch.no_grad();
        var model = new Gpt(config);
        StrictLoader.Load(model, file, IsMask);
        foreach (Parameter weight in model.parameters())
            weight.requires_grad = false;
        model.eval();
        return model;
    }

    // The mask is no weight, but it tells how many codes at the beginning see each other: as many as the first one sees.
    private static int Unmasked(Checkpoint file)
    {
        if (!file.Tensors.TryGetValue("blocks.0.attn.mask", out TensorInfo? info) || info.Shape.Length != 4)
            return 0;
        using DisposeScope scope = torch.NewDisposeScope();
        int seen = (int)file.Read(info.Key)[0, 0, 0].ne(0).sum().item<long>();
        return seen > 1 ? seen : 0;
    }

    private static bool IsMask(string key) => key.EndsWith(".attn.mask", StringComparison.Ordinal);

    private static long[] Shape(Checkpoint file, string key, int rank)
    {
        if (!file.Tensors.TryGetValue(key, out TensorInfo? info))
            throw new CheckpointException(file.File, key, "it is missing, so this is not the transformer over VQGAN codes");
        return info.Shape.Length == rank
            ? info.Shape
            : throw new CheckpointException(file.File, key, $"its shape is [{string.Join(", ", info.Shape)}], where {rank} dimensions are needed");
    }
}
