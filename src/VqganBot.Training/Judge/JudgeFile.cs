using TorchSharp;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Training.Judge;

/// <summary>The judge's weights on disk, in float16; the state of a training that still runs will do as well.</summary>
internal static class JudgeFile
{
    /// <summary>Name of the network within a training state.</summary>
    public const string Prefix = "judge";

    public static JudgeNetwork Load(string path)
    {
        using var file = Checkpoint.Open(path);
        using var named = file.Tensors.ContainsKey("body.conv1.weight") ? null : Checkpoint.Open(path).Renamed(WithinState);
        var network = new JudgeNetwork();
        try
        {
            StrictLoader.Load(network, named ?? file);
        }
        catch
        {
            network.Dispose();
            throw;
        }

        network.eval();
        return network;
    }

    public static void Save(string path, JudgeNetwork network)
    {
        using var scope = NewDisposeScope();
        SafetensorsWriter.Write(path, network.state_dict().Select(entry => new KeyValuePair<string, Tensor>(entry.Key, entry.Value.to(ScalarType.Float16))));
    }

    private static string? WithinState(string key) =>
        key.StartsWith(Prefix + ".", StringComparison.Ordinal) ? key[(Prefix.Length + 1)..] : null;
}
