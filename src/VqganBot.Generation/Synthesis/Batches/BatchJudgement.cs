using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>What the CLIP models and the losses on the image say of N paintings in a step; they leave their gradient at the images.</summary>
internal sealed class BatchJudgement
{
    private readonly IReadOnlyList<Painting> _paintings;
    private readonly PaintingTools _tools;
    private readonly Action<StepPart> _tell;
    private readonly IReadOnlyList<Scene> _scenes;

    /// <summary>The host's part, before the device has anything to do: which prompts hold, and all that chance decides.</summary>
    public BatchJudgement(IReadOnlyList<Painting> paintings, long height, long width, Action<StepPart> tell)
    {
        (_paintings, _tools, _tell) = (paintings, paintings[0].Tools, tell);
        int viewStep = paintings[0].ViewStep;

        // Spots, and all ways of holding the picture that would differ, are had by a painting that is alone only.
        _scenes =
        [
            new Scene(images => _tools.Presentation.Of(images, viewStep), Passes(height, width, (painting, clip) => painting.Tools.Prompts[clip].At(painting.Tools.Story.At(painting.Step)))),
            .. _tools.Spots.Select(spot => new Scene(images => _tools.Presentation.Of(spot, images, viewStep), Passes(spot.Height, spot.Width, (_, clip) => spot.Prompts[clip]))),
        ];
        PromptCounts = [.. paintings.Select((_, i) => _scenes.Sum(scene => scene.Passes[0].Prompts[i].Count))];
    }

    /// <value>How many prompts each painting has at this step.</value>
    public IReadOnlyList<int> PromptCounts { get; }

    /// <value>All random numbers of the step, those of each pass.</value>
    public IReadOnlyList<ViewBatch> Views => [.. _scenes.SelectMany(scene => scene.Passes.Select(pass => pass.Views))];

    /// <returns>The losses of the prompts of all paintings one after the other, in each those of the spots last: [prompts].</returns>
    public Tensor OfPrompts(Tensor images /* [N, 3 or 4, H, W] */) => cat([.. _scenes.Select(scene => OfPrompts(scene, images))], 0);

    /// <returns>For each painting the sum of what is asked of its image beside the prompts: N of [1].</returns>
    public Tensor[] OfImages(Tensor images /* [N, 3 or 4, H, W] */) => [.. _paintings.Select((painting, i) => OfImage(painting, images, i))];

    private Tensor OfPrompts(Scene scene, Tensor images)
    {
        Tensor losses = zeros([scene.Passes[0].Prompts.Sum(prompts => prompts.Count)], float32, _tools.Device);
        if (losses.numel() == 0)
            return losses;
        foreach (ClipPass pass in scene.Passes)
            losses = losses + pass.Show(scene.Hold(images), _tools.Cutouts, _tools.Scaling, _tell);           // held anew for each, for going backward uses it up
        return losses;
    }

    private Tensor OfImage(Painting painting, Tensor images, int number)
    {
        Tensor sum = zeros([1], float32, _tools.Device);
        foreach (IImageLoss loss in painting.Tools.ImageLosses)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor asked = loss.Of(images.narrow(0, number, 1));
            _tools.Scaling.Do(asked).backward();
            sum = (sum + asked.detach()).MoveToOuterDisposeScope();
        }

        return sum;
    }

    // The cutouts in batches, each shown to every CLIP model.
    private List<ClipPass> Passes(long height, long width, Func<Painting, int, IReadOnlyList<PromptTarget>> prompts)
    {
        int all = _tools.Request.Settings.CutoutCount, atOnce = _tools.Request.Settings.CutoutsAtOnce();
        List<ClipPass> passes = [];
        for (int first = 0; first < all; first += atOnce)
        {
            int count = Math.Min(atOnce, all - first);
            for (int clip = 0; clip < _tools.Perceptors.Count; clip++)
                passes.Add(Pass(clip, first, count));
        }

        return passes;

        ViewBatch Views(long size, int first, int count) => new(
            [.. _paintings.Select(painting => painting.Tools.Cutouts.Draw(height, width, size, painting.ViewStep, first, count))], size, _tools.Device);

        ClipPass Pass(int clip, int first, int count) => new(
            _tools.Perceptors[clip],
            Views(_tools.Perceptors[clip].Resolution, first, count),
            [.. _paintings.Select(painting => prompts(painting, clip))],
            [.. _paintings.Select(painting => (double)count / all * painting.Tools.Perceptors[clip].Weight / painting.Tools.PerceptorWeight)]);
    }

    /// <param name="Hold">How the pictures are held before CLIP.</param>
    private sealed record Scene(Func<Tensor, Tensor> Hold, IReadOnlyList<ClipPass> Passes);
}
