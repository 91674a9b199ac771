using VqganBot.Generation.Checkpoints;

namespace VqganBot.Generation.Verification;

/// <summary>Runs our networks on folders of golden data; what a folder holds is told by its files, not by its name.</summary>
public static class GoldenVerifier
{
    /// <summary>One report for each file of weights in the folder.</summary>
    /// <exception cref="VerificationException">The folder holds nothing that can be verified.</exception>
    /// <exception cref="CheckpointException">A file in it is damaged or does not fit.</exception>
    public static IEnumerable<GoldenReport> Verify(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return VerifyFiles(new GoldenFolder(folder));
    }

    private static IEnumerable<GoldenReport> VerifyFiles(GoldenFolder folder)
    {
        if (File.Exists(folder.TokenizerCases))
            return [TokenizerVerifier.Verify(folder)];
        if (LoopVerifier.Describes(folder))
            return [LoopVerifier.Verify(folder)];
        if (folder.Weights.Count == 0)
        {
            throw new VerificationException(folder.Root, "it has no weights (.pt, .ckpt, .bin, .safetensors), no golden.json of a tokenizer, "
                + "and no config.json that names the VQGAN and the CLIP of a loop.");
        }
        if (folder.Yaml is not null)
            return folder.Weights.Select(weights => VqganVerifier.Verify(folder, folder.Yaml, weights));

        using Checkpoint first = Checkpoint.Open(folder.Weights[0]);
        if (first.Tensors.ContainsKey("tok_emb.weight"))
            return folder.Weights.Select(weights => GptVerifier.Verify(folder, weights));
        if (first.Tensors.ContainsKey("logit_scale"))
            return folder.Weights.Select(weights => ClipVerifier.Verify(folder, weights));
        throw new VerificationException(folder.Root, $"{Path.GetFileName(folder.Weights[0])} is no CLIP (it has no logit_scale), no GPT (no tok_emb.weight), "
            + "and there is no .yaml beside it that would make it a VQGAN.");
    }
}
