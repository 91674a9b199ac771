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
        return Load(file);
    }

    public static ClipModel Load(Checkpoint file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ClipNames names = ClipNames.Of(file);
        ClipHints hints = ClipHints.FromMetadata(file.Metadata).Or(ClipHintFiles.Beside(file.File, names.IsHuggingFace));

        using IDisposable still = torch.no_grad();
        ClipModel model = Build(names.Config(file, hints), file.File);
        StrictTargets.Fill(names.Targets(model), file, names.IsIgnored);
        foreach (Parameter weight in model.parameters())
            weight.requires_grad = false; // only the picture needs a gradient
        model.eval();
        return model;
    }

    private static ClipModel Build(ClipConfig config, string path)
    {
        try
        {
            using IDisposable? empty = TorchRuntime.SkipInitialization();
            return new ClipModel(config);
        }
        catch (ArgumentException e)
        {
            throw new CheckpointException(path, null, e.Message.TrimEnd('.'), e);
        }
    }
}
