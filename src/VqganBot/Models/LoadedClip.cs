using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TorchSharp;
using VqganBot.Generation.Classification;

namespace VqganBot.Models;

/// <summary>A CLIP in memory without anything that paints, and what tells its embeddings from those of others.</summary>
internal sealed class LoadedClip : IDisposable
{
    private LoadedClip(string name, string sum, ClipEmbedder embedder)
    {
        Name = name;
        Sum = sum;
        Embedder = embedder;
    }

    public string Name { get; }

    /// <value>The same for two loaded CLIPs exactly if a picture has the same embedding in both.</value>
    public string Sum { get; }

    public ClipEmbedder Embedder { get; }

    /// <summary>Loads the first CLIP of a pack, or a single one, by its name; onto the GPU where there is one, unless told otherwise.</summary>
    public static LoadedClip Load(string name, torch.Device? device = null)
    {
        var files = InstalledModels.Open().FindClip(name);
        device ??= torch.cuda.is_available() ? torch.CUDA : torch.CPU;
        return new LoadedClip(files.Name, SumOf(files.Weights), ClipEmbedder.Load(files.Weights, files.Tokenizer, device));
    }

    /// <summary>The words this CLIP is asked with.</summary>
    public PhraseLists Phrases() => PhraseCatalog.Load(Path.Combine(ModelFolders.Home, "config", "phrases.json")).For(Name);

    public void Dispose() => Embedder.Dispose();

    private static string SumOf(string weights)
    {
        using var file = File.OpenRead(weights);
        var version = Encoding.UTF8.GetBytes(ClipEmbedder.PreprocessingVersion.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData([.. version, .. SHA256.HashData(file)]));
    }
}
