using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Of several starts the one whose whole picture has the least loss (FuseDream, Liu et al. 2021, searches so; it goes on with a mixture of five).</summary>
internal static class BestStart
{
    public static Tensor Choose(PaintingTools tools, Func<int, Tensor> start)
    {
        Tensor best = start(0);
        if (tools.Request.Settings.BestOf == 1)
            return best;

        double least = Loss(best, tools);
        for (int number = 1; number < tools.Request.Settings.BestOf; number++)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor latent = start(number);                                                  // [1, C, h, w]
            double loss = Loss(latent, tools);
            if (loss < least)
                (best, least) = (latent.MoveToOuterDisposeScope(), loss);
        }

        return best;
    }

    private static double Loss(Tensor latent, PaintingTools tools)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor picture = tools.Shown(latent);                                               // [1, 3, H, W]
        return tools.Perceptors.Select((perceptor, i) =>
        {
            Tensor seen = perceptor.See(Resampler.Resample(picture, perceptor.Resolution, perceptor.Resolution).clamp(0, 1));
            return tools.Prompts[i].At(0).Sum(prompt => prompt.Loss(seen).Told.item<float>());
        }).Sum();
    }
}
