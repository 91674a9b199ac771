using TorchSharp;
using VqganBot.Generation.Packs;
using VqganBot.Models;

namespace VqganBot.CommandLine.Imagine;

/// <summary>A model pack in memory, and the sum of its files.</summary>
internal sealed class LoadedModel : IDisposable
{
    public const string BuiltIn = "toybox";

    private LoadedModel(ModelPack pack, string sha256)
    {
        Pack = pack;
        Sha256 = sha256;
    }

    public ModelPack Pack { get; }

    public string Sha256 { get; }

    /// <summary>Loads a pack by its name or folder, onto the GPU where there is one.</summary>
    public static LoadedModel Load(string name)
    {
        var folder = InstalledModels.Open().FindPack(name);
        var sum = PackSum.Compute(folder, ModelPackManifest.Read(folder));
        var device = torch.cuda.is_available() ? torch.CUDA : torch.CPU;
        return new LoadedModel(ModelPack.Load(folder, device), sum);
    }

    public void Dispose() => Pack.Dispose();
}
