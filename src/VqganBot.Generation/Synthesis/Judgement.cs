using TorchSharp;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>What the CLIP models and the losses on the image say of it; in a step they leave their gradient at the image.</summary>
internal sealed class Judgement(PaintingTools tools)
{
    public Action<StepPart>? PartDone { get; set; }

    private PaintingSettings Settings => tools.Request.Settings;

    /// <returns>The losses of the prompts, those of the spots last: [prompts].</returns>
    public Tensor OfPrompts(Tensor image /* [1, 3 or 4, H, W] */, int step, int viewStep)
    {
        StoryMoment moment = tools.Story.At(step);
        Tensor[] losses =
        [
            ShowToAll(() => tools.Presentation.Of(image, viewStep), [.. tools.Prompts.Select(prompts => prompts.At(moment))], viewStep),
            .. tools.Spots.Select(spot => ShowToAll(() => tools.Presentation.Of(spot, image, viewStep), spot.Prompts, viewStep)),
        ];
        return cat(losses, 0);
    }

    /// <returns>The sum of what is asked of the image beside the prompts, [1].</returns>
    public Tensor OfImage(Tensor image /* [1, 3 or 4, H, W] */)
    {
        Tensor sum = zeros([1], float32, tools.Device);
        foreach (IImageLoss loss in tools.ImageLosses)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor asked = loss.Of(image);
            asked.backward();
            sum = (sum + asked.detach()).MoveToOuterDisposeScope();
        }

        return sum;
    }

    /// <summary>See <see cref="Painting.Similarity"/>.</summary>
    public double Similarity(Rgb24Image picture, int phrase)
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

    // The cutouts in batches, each shown to every CLIP model. The image is made anew for each, for going backward uses it up.
    private Tensor ShowToAll(Func<Tensor> image, IReadOnlyList<IReadOnlyList<PromptTarget>> prompts, int viewStep)
    {
        int count = Settings.CutoutCount, atOnce = Settings.CutoutsAtOnce();
        Tensor losses = zeros([prompts[0].Count], float32, tools.Device);
        for (int first = 0; first < count && prompts[0].Count > 0; first += atOnce)
        {
            for (int i = 0; i < tools.Perceptors.Count; i++)
                losses = losses + Show(image(), tools.Perceptors[i], prompts[i], viewStep, first, Math.Min(atOnce, count - first));
        }

        return losses;                                                                          // [prompts]
    }

    private Tensor Show(Tensor image, Perceptor perceptor, IReadOnlyList<PromptTarget> prompts, int viewStep, int first, int count)
    {
        using DisposeScope scope = NewDisposeScope();
        CutViews views = tools.Cutouts.Take(image, perceptor.Resolution, viewStep, first, count); // 6.3: [n, 3, S, S]
        PartDone?.Invoke(StepPart.Cutouts);
        Tensor points = perceptor.See(views.Value);                                             // 6.4, 6.5: [n, d]
        PartDone?.Invoke(StepPart.Clip);
        PromptLoss[] losses = [.. prompts.Select(prompt => prompt.Loss(points))];               // 6.6
        double share = (double)count / Settings.CutoutCount * perceptor.Weight / tools.PerceptorWeight;
        PartDone?.Invoke(StepPart.Loss);
        (stack([.. losses.Select(loss => loss.Pulling)]).sum() * share).backward();             // 6.7
        views.Backward();
        PartDone?.Invoke(StepPart.Backward);
        return (stack([.. losses.Select(loss => loss.Told)]) * share).MoveToOuterDisposeScope();
    }

    private static Tensor Whole(Perceptor perceptor, Tensor image) =>
        perceptor.See(Resampler.Resample(image, perceptor.Resolution, perceptor.Resolution).clamp(0, 1));

    private static IEnumerable<Tensor> Cosines(Tensor seen, IReadOnlyList<PromptTarget> prompts)
    {
        bool pulled = prompts.Any(prompt => prompt.IsPositive);
        return prompts.Where(prompt => prompt.IsPositive == pulled).Select(prompt => prompt.Cosine(seen) * (pulled ? 1 : -1));
    }
}
