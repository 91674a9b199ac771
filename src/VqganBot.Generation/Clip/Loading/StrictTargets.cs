using TorchSharp;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Clip.Loading;

/// <summary>Fills tensors by name, strict both ways: each has its key in the file, each key of the file its tensor or a reason to be ignored.</summary>
internal static class StrictTargets
{
    public static void Fill(IReadOnlyDictionary<string, Tensor> targets, Checkpoint file, Func<string, bool> isIgnored)
    {
        foreach ((string key, Tensor target) in targets)
        {
            if (!file.Tensors.TryGetValue(key, out TensorInfo? info))
                throw new CheckpointException($"The weight \"{key}\" of shape [{string.Join(", ", target.shape)}] is missing.", file.File, key);
            if (!info.Shape.AsSpan().SequenceEqual(target.shape))
                throw new CheckpointException($"The weight \"{key}\" has the shape [{string.Join(", ", info.Shape)}]; the network built from this file needs [{string.Join(", ", target.shape)}].", file.File, key);
        }
        foreach (string key in file.Tensors.Keys)
        {
            if (!targets.ContainsKey(key) && !isIgnored(key))
                throw new CheckpointException($"The weight \"{key}\" has no place in the network built from this file.", file.File, key);
        }
        foreach ((string key, Tensor target) in targets)
        {
            using Tensor stored = file.Read(key);
            target.copy_(stored); // converts the type
        }
    }
}
