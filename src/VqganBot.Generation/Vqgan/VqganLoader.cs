using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Vqgan;

/// <summary>From a taming configuration and a checkpoint to a frozen VQGAN.</summary>
internal static class VqganLoader
{
    private const string FirstStage = "first_stage_model.";

    public static VqganModel Load(string yamlPath, string weightsPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(yamlPath);
        ArgumentException.ThrowIfNullOrEmpty(weightsPath);
        VqganConfig config = VqganConfig.FromYaml(yamlPath);
        if (config.DoubleZ)
            throw new CheckpointException(yamlPath, "double_z", "it is true, which belongs to the KL autoencoder; a VQGAN has double_z: false");
        using Checkpoint file = Checkpoint.Open(weightsPath);
        // A Net2Net checkpoint holds the VQGAN beside its conditioning stage and its transformer.
        Checkpoint stage = file;
        if (file.Tensors.Keys.Any(key => key.StartsWith(FirstStage, StringComparison.Ordinal)))
            stage = file.Renamed(WithinFirstStage);
        else if (ClipGenVqganNames.AreIn(file))
            (stage, config) = (file.Arranged(new ClipGenVqganNames(config).Parts), config with { NormEps = ClipGenVqganNames.NormEps });

        using IDisposable still = torch.no_grad();
        VqganModel model = Build(config, yamlPath);
        StrictLoader.Load(model, stage, IsTrainingOnly);
        foreach (Parameter weight in model.parameters())
            weight.requires_grad = false; // only the latent needs a gradient
        model.eval();
        return model;
    }

    private static VqganModel Build(VqganConfig config, string yamlPath)
    {
        try
        {
            using IDisposable? empty = TorchRuntime.SkipInitialization();
            return new VqganModel(config);
        }
        catch (ArgumentException e)
        {
            throw new CheckpointException(yamlPath, null, e.Message.TrimEnd('.'), e);
        }
    }

    private static string? WithinFirstStage(string key) =>
        key.StartsWith(FirstStage, StringComparison.Ordinal) ? key[FirstStage.Length..] : null;

    // The discriminator, LPIPS and the colours of segmentation maps: training needs them, painting does not.
    private static bool IsTrainingOnly(string key) => key.StartsWith("loss.", StringComparison.Ordinal) || key == "colorize";
}
