using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Training.Packs;

/// <summary>Takes the networks out of training checkpoints; what they are is read from the shapes they have.</summary>
internal static class TrainedNetworks
{
    public static VqganModel Vqgan(string state)
    {
        using var file = Checkpoint.Open(state).Renamed(Within("vqgan"));
        var blocks = 1;
        while (file.Tensors.ContainsKey($"encoder.down.0.block.{blocks}.conv1.weight"))
            blocks++;
        var network = new VqganModel(PackNetworks.Vqgan with { ResBlocks = blocks, NEmbed = (int)file.Tensors["quantize.embedding.weight"].Shape[0] });
        return Filled(network, file);
    }

    public static ClipModel Clip(string state)
    {
        using var file = Checkpoint.Open(state).Renamed(Within("clip"));
        var vocabulary = (int)file.Tensors["token_embedding.weight"].Shape[0];
        var width = (int)file.Tensors["visual.layer1.0.conv1.weight"].Shape[0];
        return Filled(new ClipModel(PackNetworks.Clip(vocabulary, width)), file);
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

    private static Func<string, string?> Within(string name) =>
        key => key.StartsWith(name + ".", StringComparison.Ordinal) ? key[(name.Length + 1)..] : null;
}
