using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Transformer;

/// <summary>From a file to a frozen prior. The shapes tell all but the heads and the grid, which stand in the file's metadata.</summary>
internal static class PriorLoader
{
    public static Prior Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using Checkpoint file = Checkpoint.Open(path);
        bool isClipGen = ClipGenPriorNames.AreIn(file);
        Checkpoint named = isClipGen ? file.Arranged(ClipGenPriorNames.Parts) : file;
        using IDisposable still = torch.no_grad();
        PriorConfig config = isClipGen ? ClipGenPriorNames.Config(Config(named, ClipGenPriorNames.Grid(file))) : Config(named, null);
        Prior model;
        using (TorchRuntime.SkipInitialization())
            model = new Prior(config);
        StrictLoader.Load(model, named);
        foreach (Parameter weight in model.parameters())
            weight.requires_grad = false;
        model.eval();
        return model;
    }

    /// <param name="known">Rows, columns and heads where the metadata need not tell them.</param>
    private static PriorConfig Config(Checkpoint file, (int Rows, int Columns, int Heads)? known)
    {
        long[] codes = Shape(file, "tok_emb.weight"), condition = Shape(file, "cond_proj.weight");
        int layers = 0;
        while (file.Tensors.ContainsKey($"blocks.{layers}.ln1.weight"))
            layers++;
        (int rows, int columns, int heads) = known ?? (Number(file, "rows"), Number(file, "columns"), Number(file, "heads"));
        return new PriorConfig((int)codes[0], rows, columns, (int)condition[1], layers, heads, (int)codes[1])
        {
            Guidable = file.Tensors.ContainsKey("unconditional"), HeadBias = file.Tensors.ContainsKey("head.bias"),
        };
    }

    private static long[] Shape(Checkpoint file, string key) =>
        file.Tensors.TryGetValue(key, out TensorInfo? info) && info.Shape.Length == 2
            ? info.Shape
            : throw new CheckpointException(file.File, key, "it is missing or no matrix, so this is not a prior over VQGAN codes");

    private static int Number(Checkpoint file, string name) =>
        file.Metadata.TryGetValue(name, out string? text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new CheckpointException(file.File, name, "the file's metadata does not tell it; 'rows', 'columns' and 'heads' are needed");
}
