using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Verification;

/// <summary>Replays whole steps of VQGAN+CLIP whose every random choice was written down.</summary>
internal static class LoopVerifier
{
    /// <summary>A folder of this kind has no weights of its own; its config.json names those of its neighbours.</summary>
    public static bool Describes(GoldenFolder folder)
    {
        using GoldenConfig? config = GoldenConfig.Read(folder);
        return config?.Text("vqgan") is not null && config.Text("clip") is not null;
    }

    public static GoldenReport Verify(GoldenFolder folder)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        LoopSettings settings = LoopSettings.Read(folder);
        using VqganModel vqgan = VqganModel.Load(settings.VqganYaml, settings.VqganWeights);
        using ClipModel clip = ClipModel.Load(settings.ClipWeights);
        using var arrays = new GoldenArrays(folder.Root);
        Replay(settings, vqgan, clip, arrays);
        return arrays.Report("loop", settings.VqganWeights) with { Weights = $"{Named(settings.VqganWeights)} and {Named(settings.ClipWeights)}" };

        static string Named(string path) => Path.Combine(Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileName(path));
    }

    private static void Replay(LoopSettings settings, VqganModel vqgan, ClipModel clip, GoldenArrays arrays)
    {
        Tensor texts = clip.encode_text(arrays.Read("tokens").to(ScalarType.Int64)).detach();          // [P,D]
        arrays.Compare("text_features", texts);
        PromptTarget[] prompts = [.. settings.Prompts.Select((prompt, i) => new PromptTarget(texts.narrow(0, i, 1), prompt.Weight, prompt.Stop))];
        using var optimizer = LatentOptimizer.Create(settings.Optimizer, settings.WeightDecay);

        Tensor start = arrays.Read("z_start");                                                         // [1,C,h,w]
        Tensor least = vqgan.codebook.amin([0], keepdim: false).view(1, -1, 1, 1);                     // [1,C,1,1]
        Tensor most = vqgan.codebook.amax([0], keepdim: false).view(1, -1, 1, 1);
        Tensor cuts = arrays.Read("cuts").to(ScalarType.Int64);                                        // [S,K,3]
        Tensor z = start;
        optimizer.Start(z);
        List<Tensor> losses = [], latents = [];
        for (int step = 0; step < cuts.shape[0]; step++)
        {
            var one = new LoopStep(vqgan, clip, prompts, z, start, settings.InitWeight, cuts[step]);
            if (step == 0)
            {
                arrays.Compare("first_image", one.Image);
                arrays.Compare("first_cutouts", one.Cutouts);
                arrays.Compare("first_grad_z", one.Gradient);
            }
            (Tensor next, Tensor[] moments) = optimizer.Next(z, one.Gradient, settings.LearningRate, step + 1);
            optimizer.Keep(moments);
            z = torch.maximum(torch.minimum(next, most), least);
            // Without an initial weight the original has no term for it.
            losses.Add(settings.InitWeight == 0 ? one.Losses.narrow(0, 0, prompts.Length) : one.Losses);
            latents.Add(z.squeeze(0));
        }
        arrays.Compare("losses", torch.stack(losses), Tolerance.ManySteps);                            // [S,P+1]
        arrays.CompareMean("z_after", torch.stack(latents), Tolerance.ManySteps);                      // [S,C,h,w]
        foreach (PromptTarget prompt in prompts)
            prompt.Dispose();
    }
}
