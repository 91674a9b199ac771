using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Clip.Loading;

/// <summary>From a file to a frozen CLIP.</summary>
internal static class ClipLoader
{
    public static ClipModel Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using Checkpoint file = Checkpoint.Open(path);
        ClipNames names = ClipNames.Of(file);
        ClipHints hints = ClipHints.FromMetadata(file.Metadata).Or(ClipHintFiles.Beside(path, names.IsHuggingFace));

        using IDisposable still = torch.no_grad();
        var model = new ClipModel(names.Config(file, hints));
        StrictTargets.Fill(names.Targets(model), file, names.IsIgnored);
        foreach (Parameter weight in model.parameters())
            weight.requires_grad = false; // only the picture needs a gradient
        model.eval();
        return model;
    }
}
