using TorchSharp;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>One pass of a step through one CLIP: some views of each painting, and the prompts they are held to.</summary>
/// <param name="Shares">How much the pass counts in the losses of each painting.</param>
internal sealed record ClipPass(
    Perceptor Perceptor, ViewBatch Views, IReadOnlyList<IReadOnlyList<PromptTarget>> Prompts, IReadOnlyList<double> Shares)
{
    /// <summary>Shows the pictures and goes back to them with what it says.</summary>
    /// <returns>The losses of the prompts of all paintings, one after the other: [prompts].</returns>
    public Tensor Show(Tensor images /* [N, 3, H, W] */, ICutouts cutouts, LossScaling scaling, Action<StepPart> tell)
    {
        using DisposeScope scope = NewDisposeScope();
        CutViews views = CutViews.Take(cutouts, images, Views);                                     // 6.3: [N·n, 3, S, S]
        tell(StepPart.Cutouts);
        Tensor points = Perceptor.See(views.Value);                                                 // 6.4, 6.5: [N·n, d]
        tell(StepPart.Clip);
        long n = points.shape[0] / Prompts.Count;
        PromptLoss[][] losses = [.. Prompts.Select((prompts, i) => Losses(prompts, points.narrow(0, i * n, n)))];   // 6.6
        tell(StepPart.Loss);
        scaling.Do(stack([.. losses.Select((own, i) => stack([.. own.Select(loss => loss.Pulling)]).sum() * Shares[i])]).sum()).backward(); // 6.7
        views.Backward();
        tell(StepPart.Backward);
        return cat([.. losses.Select((own, i) => stack([.. own.Select(loss => loss.Told)]) * Shares[i])], 0).MoveToOuterDisposeScope();
    }

    private static PromptLoss[] Losses(IReadOnlyList<PromptTarget> prompts, Tensor points /* [n, d] */) => [.. prompts.Select(prompt => prompt.Loss(points))];
}
