using TorchSharp;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan.Perception;

/// <summary>
/// Finds LPIPS' weights under the names in use: torchvision's VGG16 (features.N) with the file of LPIPS' own five layers
/// (linN.model.1), the lpips package's network (net.sliceK.N), or a taming checkpoint, which holds them all.
/// </summary>
internal static class LpipsWeights
{
    private const string InTaming = "loss.perceptual_loss.";

    public static Lpips Load(IReadOnlyList<string> paths, Device device)
    {
        var files = paths.Select(Checkpoint.Open).ToArray();
        try
        {
            using var still = no_grad();
            var network = new Lpips();
            foreach (var (name, target) in network.state_dict())
            {
                using var stored = Find(files, name, target.shape);
                target.copy_(stored);
            }

            network.to(device);
            network.eval();
            foreach (var parameter in network.parameters())
                parameter.requires_grad = false;
            return network;
        }
        finally
        {
            foreach (var file in files)
                file.Dispose();
        }
    }

    private static Tensor Find(Checkpoint[] files, string name, long[] shape)
    {
        foreach (var file in files)
        {
            var key = file.Tensors.Keys.FirstOrDefault(key => OurName(key) == name);
            if (key is null)
                continue;
            return file.Tensors[key].Shape.SequenceEqual(shape)
                ? file.Read(key)
                : throw new CheckpointException(file.File, key, $"its shape is {file.Tensors[key].ShapeText}, and LPIPS needs [{string.Join(", ", shape)}]");
        }

        throw new CheckpointException(files[0].File, name, "none of the files given for LPIPS has it: VGG16's convolutions (torchvision's vgg16, features.0 to features.28) and LPIPS' own layers (lin0.model.1.weight to lin4) are needed");
    }

    /// <summary>vgg.features.N.* or lin.N.weight; null for all else, such as VGG's classifier.</summary>
    internal static string? OurName(string key)
    {
        if (key.StartsWith(InTaming, StringComparison.Ordinal))
            key = key[InTaming.Length..];
        var parts = key.Split('.');
        return parts switch
        {
            ["features", var index, var kind] => $"vgg.features.{index}.{kind}",
            ["net", var slice, var index, var kind] when slice.StartsWith("slice", StringComparison.Ordinal) => $"vgg.features.{index}.{kind}",
            [var lin, "model", "1", "weight"] when lin.StartsWith("lin", StringComparison.Ordinal) => $"lin.{lin[3..]}.weight",
            _ => null,
        };
    }
}
