using TorchSharp;
using VqganBot.Generation.Checkpoints;

namespace VqganBot.Models;

/// <summary>Writes what painting needs of a VQGAN's training checkpoint: no discriminator, no LPIPS, no optimiser states.</summary>
internal static class LeanCheckpoint
{
    // A Net2Net checkpoint holds the VQGAN beside its transformer.
    private const string FirstStage = "first_stage_model.";
    private static readonly string[] Parts = ["encoder.", "decoder.", "quantize.", "quant_conv.", "post_quant_conv."];

    /// <exception cref="CheckpointException">The file is damaged, or holds no VQGAN.</exception>
    public static void Write(string checkpoint, string target)
    {
        using Checkpoint file = Checkpoint.Open(checkpoint);
        bool isNet2Net = file.Tensors.Keys.Any(key => key.StartsWith(FirstStage, StringComparison.Ordinal));
        Checkpoint lean = file.Renamed(key => Wanted(isNet2Net ? WithinFirstStage(key) : key));
        if (!lean.Tensors.Keys.Any(key => key.StartsWith("decoder.", StringComparison.Ordinal)))
            throw new CheckpointException(checkpoint, null, "it holds no VQGAN; its keys should begin with encoder, decoder, quantize");

        using var scope = torch.NewDisposeScope();
        SafetensorsWriter.Write(target, lean.Tensors.Keys.Select(key => KeyValuePair.Create(key, lean.Read(key))), Metadata(file));
    }

    private static string? WithinFirstStage(string key) =>
        key.StartsWith(FirstStage, StringComparison.Ordinal) ? key[FirstStage.Length..] : null;

    private static string? Wanted(string? key) =>
        key is not null && Parts.Any(part => key.StartsWith(part, StringComparison.Ordinal)) ? key : null;

    private static Dictionary<string, string> Metadata(Checkpoint file) => new()
    {
        ["format"] = "pt",
        ["source"] = Path.GetFileName(file.File),
        ["converted_by"] = "VqganBot models pull",
    };
}
