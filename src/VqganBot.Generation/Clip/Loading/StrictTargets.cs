using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Clip.Loading;

/// <summary>Fills tensors by name, strict both ways: each has its key in the file, each key of the file its tensor or a reason to be ignored.</summary>
/// <remarks>Beside StrictLoader because Hugging Face's keys fill thirds and transposes of the network's tensors, not whole parameters.</remarks>
internal static class StrictTargets
{
    public static void Fill(IReadOnlyDictionary<string, Tensor> targets, Checkpoint file, Func<string, bool> isIgnored)
    {
        foreach ((string key, Tensor target) in targets)
        {
            if (!file.Tensors.TryGetValue(key, out TensorInfo? info))
            {
                if (IsCounter(key))
                    continue;
                throw new CheckpointException(file.File, key, $"this weight of shape {Text(target.shape)} is missing");
            }
            if (!info.Shape.AsSpan().SequenceEqual(target.shape))
                throw new CheckpointException(file.File, key, $"its shape is {Text(info.Shape)}, but the network made from this file needs {Text(target.shape)}");
        }
        foreach (string key in file.Tensors.Keys)
        {
            if (!targets.ContainsKey(key) && !isIgnored(key))
                throw new CheckpointException(file.File, key, "this weight has no place in the network made from this file");
        }
        foreach ((string key, Tensor target) in targets)
        {
            if (file.Tensors.ContainsKey(key))
                file.Fill(key, target);
        }
    }

    // How many batches a normalisation saw: no inference asks for it, and some converters leave it out.
    private static bool IsCounter(string key) => key.EndsWith(".num_batches_tracked", StringComparison.Ordinal);

    private static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";
}
