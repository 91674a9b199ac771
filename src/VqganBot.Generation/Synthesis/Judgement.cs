using TorchSharp;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>What the CLIP models say of a picture as it is.</summary>
internal static class Judgement
{
    /// <summary>See <see cref="Painting.Similarity"/>.</summary>
    public static double Similarity(Rgb24Image picture, PaintingTools tools, int phrase)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor image = PictureTensor.From(picture, tools.Device), grey = full([1, 3, 1, 1], 0.5, float32, tools.Device);
        Tensor[] cosines = [.. tools.Perceptors.SelectMany((perceptor, i) =>
            Cosines(Whole(perceptor, image), tools.Prompts[i].At(phrase))
                .Concat(tools.Spots.SelectMany(spot => Cosines(Whole(perceptor, spot.Of(image, grey)), spot.Prompts[i]))))];
        using Tensor mean = stack(cosines).mean().cpu();
        return mean.data<float>()[0];
    }

    private static Tensor Whole(Perceptor perceptor, Tensor image) =>
        perceptor.See(Resampler.Resample(image, perceptor.Resolution, perceptor.Resolution).clamp(0, 1));

    private static IEnumerable<Tensor> Cosines(Tensor seen, IReadOnlyList<PromptTarget> prompts)
    {
        bool pulled = prompts.Any(prompt => prompt.IsPositive);
        return prompts.Where(prompt => prompt.IsPositive == pulled).Select(prompt => prompt.Cosine(seen) * (pulled ? 1 : -1));
    }
}
