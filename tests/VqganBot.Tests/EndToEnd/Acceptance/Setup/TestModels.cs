using VqganBot.Generation.Packs;
using VqganBot.Models;
using VqganBot.Models.Catalog;

namespace VqganBot.Tests.EndToEnd.Acceptance.Setup;

/// <summary>The built-in model and two packs that are nothing but their manifests: one can draft, one cannot.</summary>
internal static class TestModels
{
    public const string Sketcher = "sketcher";
    public const string Plodder = "plodder";

    public static InstalledModels Open(string folder)
    {
        Write(Path.Combine(folder, Sketcher), "prior.safetensors");
        Write(Path.Combine(folder, Plodder), prior: null);
        return new InstalledModels(ModelCatalog.Load(ModelFolders.CatalogPath), ModelFolders.BuiltIn, folder);
    }

    private static void Write(string folder, string? prior)
    {
        Directory.CreateDirectory(folder);
        var manifest = new ModelPackManifest
        {
            Name = Path.GetFileName(folder), Vqgan = "vqgan.safetensors", VqganConfig = "vqgan.yaml", Clip = ["clip.safetensors"], Tokenizer = "merges.txt", Prior = prior,
            DefaultSize = [64, 64], DefaultSteps = 7,
        };
        foreach (var part in new[] { manifest.Vqgan, manifest.VqganConfig, manifest.Clip[0], manifest.Tokenizer, prior }.OfType<string>())
            File.WriteAllBytes(Path.Combine(folder, part), []);
        File.WriteAllText(Path.Combine(folder, "pack.json"), manifest.ToJson());
    }
}
