using System.Globalization;
using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Transformer;
using VqganBot.Generation.Vqgan;
using VqganBot.Training.Prior;
using static TorchSharp.torch;
using PriorNetwork = VqganBot.Generation.Transformer.Prior;

namespace VqganBot.Training.Packs;

/// <summary>Takes the networks out of training states; what they are is read from the shapes they have and the facts beside them.</summary>
internal static class TrainedNetworks
{
    public static VqganModel Vqgan(string state)
    {
        using var file = Checkpoint.Open(state).Renamed(Within("vqgan"));
        return Filled(new VqganModel(VqganShapes.Read(file, Number(file, "resolution") ?? PackNetworks.Vqgan.Resolution)), file);
    }

    public static ClipModel Clip(string state)
    {
        using var file = Checkpoint.Open(state).Renamed(Within("clip"));
        return ClipModel.Load(file);
    }

    public static PriorNetwork Prior(string state)
    {
        using var file = Checkpoint.Open(state).Renamed(Within("prior"));
        var (codes, condition, places) = (Shape("tok_emb.weight"), Shape("cond_proj.weight"), Shape("pos_emb"));
        var layers = 0;
        while (file.Tensors.ContainsKey($"blocks.{layers}.ln1.weight"))
            layers++;
        var side = (int)Math.Sqrt(places[1]);
        // States of the first trainings told no heads; they had the number that is still the default.
        var heads = Number(file, "heads") ?? new PriorTrainingOptions { Common = new() { State = state }, Vqgan = "", Clip = "" }.Heads;
        return Filled(new PriorNetwork(new PriorConfig((int)codes[0], side, side, (int)condition[1], layers, heads, (int)codes[1])), file);

        long[] Shape(string key) => file.Tensors.TryGetValue(key, out var info)
            ? info.Shape
            : throw new CheckpointException(file.File, key, "it is missing, so this is no state of a prior's training");
    }

    private static T Filled<T>(T network, Checkpoint file)
        where T : nn.Module
    {
        StrictLoader.Load(network, file);
        network.eval();
        foreach (var parameter in network.parameters())
            parameter.requires_grad = false;
        return network;
    }

    private static int? Number(Checkpoint file, string fact) =>
        file.Metadata.TryGetValue(fact, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static Func<string, string?> Within(string name) =>
        key => key.StartsWith(name + ".", StringComparison.Ordinal) ? key[(name.Length + 1)..] : null;
}
