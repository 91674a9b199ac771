using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Checkpoints;

/// <summary>Fills a module from a checkpoint, strictly both ways: every parameter is found, and every key of the file is used or ignored on purpose.</summary>
public static class StrictLoader
{
    private const int MostNamed = 5;

    /// <summary>
    /// Brings every tensor into the parameter or buffer of its name, converted to its type and device. A parameter on the CPU of
    /// the file's own type uses the file's memory, where the binding can do that, and holds the mapping.
    /// </summary>
    /// <param name="module">The network; its own state is untouched unless everything fits.</param>
    /// <param name="checkpoint">The file, with the module's names (see <see cref="Checkpoint.Renamed"/>).</param>
    /// <param name="ignoredFileKeys">Says which keys of the file may stay unused; none may by default.</param>
    /// <exception cref="CheckpointException">A key is missing, left over or of another shape.</exception>
    public static void Load(nn.Module module, Checkpoint checkpoint, Func<string, bool>? ignoredFileKeys = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(checkpoint);
        using DisposeScope outer = torch.NewDisposeScope();
        Dictionary<string, Tensor> targets = module.state_dict();
        Compare(module.GetName(), targets, checkpoint, ignoredFileKeys ?? (_ => false));

        using (torch.no_grad())
        {
            foreach (var (key, target) in targets)
                checkpoint.Fill(key, target);
        }
    }

    private static void Compare(string network, Dictionary<string, Tensor> targets, Checkpoint checkpoint, Func<string, bool> ignored)
    {
        var missing = targets.Keys.Where(key => !checkpoint.Tensors.ContainsKey(key)).ToList();
        if (missing.Count > 0)
            throw Fault(missing, $"{network} needs", "which the file does not have");

        var unused = checkpoint.Tensors.Keys.Where(key => !targets.ContainsKey(key) && !ignored(key)).ToList();
        if (unused.Count > 0)
            throw Fault(unused, "the file has", $"for which {network} has no place");

        var different = targets.Where(pair => !checkpoint.Tensors[pair.Key].Shape.SequenceEqual(pair.Value.shape)).Select(pair => pair.Key).ToList();
        if (different.Count > 0)
        {
            throw Fault(different, "the file has", $"and {network} needs another shape", key =>
                $"{key} of shape {checkpoint.Tensors[key].ShapeText} instead of [{string.Join(", ", targets[key].shape)}]");
        }

        CheckpointException Fault(List<string> keys, string before, string after, Func<string, string>? describe = null)
        {
            var named = string.Join(", ", keys.Order(StringComparer.Ordinal).Take(MostNamed).Select(key => CheckpointException.Show((describe ?? (name => name))(key))));
            var rest = keys.Count > MostNamed ? $" and {keys.Count - MostNamed} more" : "";
            return new CheckpointException(checkpoint.File, keys.Order(StringComparer.Ordinal).First(), $"{before} {named}{rest}, {after}");
        }
    }
}
