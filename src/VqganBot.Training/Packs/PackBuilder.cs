using System.Globalization;
using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Packs;
using static TorchSharp.torch;

namespace VqganBot.Training.Packs;

/// <summary>Writes a model pack from the states of trainings: weights in float16, configuration, merges, manifest.</summary>
internal static class PackBuilder
{
    public static void Build(string folder, PackSources sources, ModelPackManifest manifest)
    {
        Directory.CreateDirectory(folder);
        using var vqgan = TrainedNetworks.Vqgan(sources.Vqgan);
        using var clip = TrainedNetworks.Clip(sources.Clip);
        WriteHalf(In(manifest.Vqgan), vqgan, TrainingFacts.OfState(sources.Vqgan).ToMetadata());
        WriteHalf(In(manifest.Clip[0]), clip, TrainingFacts.OfState(sources.Clip).ToMetadata().Concat(clip.Config.ToMetadata()));
        if (sources.Prior is { } state)
        {
            using var prior = TrainedNetworks.Prior(state);
            WriteHalf(In(manifest.Prior!), prior, TrainingFacts.OfState(state).ToMetadata().Concat(
            [
                new("rows", prior.Config.Rows.ToString(CultureInfo.InvariantCulture)),
                new("columns", prior.Config.Columns.ToString(CultureInfo.InvariantCulture)),
                new("heads", prior.Config.Heads.ToString(CultureInfo.InvariantCulture)),
            ]));
        }

        File.WriteAllText(In(manifest.VqganConfig), vqgan.Config.ToYaml());
        File.Copy(sources.Tokenizer, In(manifest.Tokenizer), overwrite: true);
        File.WriteAllText(In("pack.json"), manifest.ToJson() + "\n");

        string In(string file) => Path.Combine(folder, file);
    }

    private static void WriteHalf(string path, nn.Module network, IEnumerable<KeyValuePair<string, string>> facts)
    {
        using var scope = NewDisposeScope();
        SafetensorsWriter.Write(
            path,
            network.state_dict().Select(entry =>
                new KeyValuePair<string, Tensor>(entry.Key, entry.Value.is_floating_point() ? entry.Value.to(ScalarType.Float16) : entry.Value)),
            facts.ToDictionary());
    }
}
