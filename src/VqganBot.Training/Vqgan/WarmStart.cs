using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan;

/// <summary>Begins with the weights of another training, or of a published checkpoint.</summary>
internal static class WarmStart
{
    /// <summary>Takes what fits: all but the codebook, whose size may differ.</summary>
    public static void From(string path, VqganModel network)
    {
        using var file = Checkpoint.Open(path);
        using var still = no_grad();
        // Our own states hold more than one network; taming's checkpoints have the VQGAN's names as they are.
        var prefix = file.Tensors.ContainsKey("vqgan.encoder.conv_in.weight") ? "vqgan." : "";
        foreach (var (name, tensor) in network.state_dict())
        {
            if (!file.Tensors.TryGetValue(prefix + name, out var info))
                throw new InvalidDataException($"'{path}' has no '{prefix + name}', so it is no VQGAN of this kind to begin with.");
            if (!info.Shape.SequenceEqual(tensor.shape))
                continue;
            using var stored = file.Read(prefix + name);
            tensor.copy_(stored);
        }
    }
}
