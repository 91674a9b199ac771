using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Transformer;

/// <summary>From a file to a frozen transformer; all dimensions but the heads are in its shapes.</summary>
internal static class GptLoader
{
    private const string Transformer = "transformer.";

    public static Gpt Load(string path, int heads)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using Checkpoint whole = Checkpoint.Open(path);
        Checkpoint file = whole.Tensors.Keys.Any(key => key.StartsWith(Transformer, StringComparison.Ordinal)) ? WithinNet2Net(whole) : whole;
        long[] tokens = Shape(file, "tok_emb.weight", 2), positions = Shape(file, "pos_emb", 3);
        int layers = 0;
        while (file.Tensors.ContainsKey($"blocks.{layers}.ln1.weight"))
            layers++;
        var config = new GptConfig((int)tokens[0], (int)positions[1], layers, heads, (int)tokens[1]) { Unmasked = Unmasked(file) };

        using IDisposable still = torch.no_grad();
        Gpt model;
        using (TorchRuntime.SkipInitialization())
            model = new Gpt(config);
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

    // A Net2Net checkpoint holds the transformer beside the VQGAN and the stage that codes conditions.
    private static Checkpoint WithinNet2Net(Checkpoint file)
    {
        if (file.Tensors.Keys.FirstOrDefault(key => key.StartsWith("permuter.", StringComparison.Ordinal)) is { } permuter)
            throw new CheckpointException(file.File, permuter, "its transformer writes the codes in another order than row by row, and that is not read");
        return file.Renamed(key => key.StartsWith(Transformer, StringComparison.Ordinal) ? key[Transformer.Length..] : null);
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
