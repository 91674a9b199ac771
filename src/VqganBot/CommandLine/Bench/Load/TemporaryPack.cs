using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Vqgan;

namespace VqganBot.CommandLine.Bench;

/// <summary>A pack of published size on disk, its weights random, its files as large and in the number formats as the real ones: deleted in the end.</summary>
internal sealed class TemporaryPack : IDisposable
{
    // Those of every published CLIP of these sizes (openai/CLIP, as its archives imply them).
    private const int ContextLength = 77, TextLayers = 12;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vqganbot-bench-");

    private TemporaryPack()
    {
    }

    public string Folder => _folder.FullName;

    public static TemporaryPack Write(BenchShapes shapes)
    {
        var pack = new TemporaryPack();
        try
        {
            File.WriteAllLines(pack.In("merges.txt"), SyntheticMerges.Lines());
            WriteVqgan(pack, BenchModel.Vqgan(shapes.Vqgan));
            WriteClip(pack, shapes.Clip);
            var manifest = new ModelPackManifest
            {
                Name = shapes.Name, Vqgan = "vqgan.safetensors", VqganConfig = "vqgan.yaml", Clip = ["clip.safetensors"], Tokenizer = "merges.txt", DefaultSize = [128, 128],
            };
            File.WriteAllText(pack.In("pack.json"), manifest.ToJson());
            return pack;
        }
        catch
        {
            pack.Dispose();
            throw;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // 304 MB in float32, as taming's checkpoints hold it.
    private static void WriteVqgan(TemporaryPack pack, VqganConfig config)
    {
        File.WriteAllText(pack.In("vqgan.yaml"), config.ToYaml());
        using var vqgan = new VqganModel(config);
        SafetensorsWriter.Write(pack.In("vqgan.safetensors"), vqgan.state_dict());
    }

    // 300 MB in float16, as OpenAI's archives hold it, the text tower too.
    private static void WriteClip(TemporaryPack pack, ClipShape shape)
    {
        using var scope = torch.NewDisposeScope();
        using var still = torch.no_grad();
        var text = new ClipTextConfig(ContextLength, ClipTokenizer.FromMerges(pack.In("merges.txt")).VocabSize, shape.TextWidth, TextLayers);
        using var clip = new ClipModel(new ClipConfig(shape.EmbedDim, BenchModel.ImageTower(shape), text));
        SafetensorsWriter.Write(
            pack.In("clip.safetensors"), clip.state_dict().Select(pair => KeyValuePair.Create(pair.Key, pair.Value.to(torch.ScalarType.Float16))), clip.Config.ToMetadata());
    }

    private string In(string file) => Path.Combine(Folder, file);
}
