using TorchSharp;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Packs;
using VqganBot.Models;

namespace VqganBot.CommandLine.Imagine;

/// <summary>A model pack in memory, and the sum of its files.</summary>
internal sealed class LoadedModel : IDisposable
{
    public const string BuiltIn = "toybox";

    private LoadedModel(ModelPack pack, IReadOnlyList<GuestClip> guests, string sha256)
    {
        Pack = pack;
        Guests = guests;
        Sha256 = sha256;
    }

    public ModelPack Pack { get; }

    /// <summary>The CLIPs that judge beside those of the pack.</summary>
    public IReadOnlyList<GuestClip> Guests { get; }

    public string Sha256 { get; }

    /// <summary>Loads a pack by its name or folder, and further CLIPs by theirs, onto the GPU where there is one, in the numbers it is fastest in.</summary>
    public static LoadedModel Load(string name, params IReadOnlyList<string> guests) => Load(name, PrecisionChoice.Auto, guests);

    public static LoadedModel Load(string name, PrecisionChoice precision, params IReadOnlyList<string> guests)
    {
        var installed = InstalledModels.Open();
        var folder = installed.FindPack(name);
        var clips = guests.Select(guest => (Asked: guest, Files: installed.FindClip(guest))).ToArray();
        // Of a gigabyte of weights the sum takes as long as the loading.
        var sum = Task.Run(() => PackSum.Compute(folder, ModelPackManifest.Read(folder), clips.Select(clip => clip.Files)));
        var device = torch.cuda.is_available() ? torch.CUDA : torch.CPU;
        var pack = ModelPack.Load(folder, device, precision);
        ThreadCount.Fit(pack);
        return new LoadedModel(
            pack, [.. clips.Select(clip => GuestClip.Load(clip.Asked, clip.Files.Weights, clip.Files.Tokenizer, device, pack.Precision))], sum.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        Pack.Dispose();
        foreach (var guest in Guests) guest.Dispose();
    }
}
