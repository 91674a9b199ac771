using System.Text.Json;
using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Packs;
using static TorchSharp.torch;

namespace VqganBot.Training.Packs;

/// <summary>Writes a model pack from training checkpoints: weights in float16, configuration, merges, manifest.</summary>
internal static class PackBuilder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Build(string folder, string vqganState, string clipState, string merges, ModelPackManifest manifest)
    {
        Directory.CreateDirectory(folder);
        using var vqgan = TrainedNetworks.Vqgan(vqganState);
        using var clip = TrainedNetworks.Clip(clipState);
        WriteHalf(Path.Combine(folder, manifest.Vqgan), vqgan);
        WriteHalf(Path.Combine(folder, manifest.Clip[0]), clip);
        File.WriteAllText(Path.Combine(folder, manifest.VqganConfig), vqgan.Config.ToYaml());
        File.Copy(merges, Path.Combine(folder, manifest.Tokenizer), overwrite: true);
        File.WriteAllText(Path.Combine(folder, "pack.json"), JsonSerializer.Serialize(manifest, Json) + "\n");
    }

    private static void WriteHalf(string path, nn.Module network)
    {
        using var scope = NewDisposeScope();
        SafetensorsWriter.Write(path, network.state_dict().Select(entry =>
            new KeyValuePair<string, Tensor>(entry.Key, entry.Value.is_floating_point() ? entry.Value.to(ScalarType.Float16) : entry.Value)));
    }
}
