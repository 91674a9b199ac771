using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// The step of VQGAN+CLIP for N paintings: vqgan-clip.md 1.1, step 6, whose numbers stand at the lines. The host draws what is
/// random first; then the device works without being waited for; one copy of all numbers ends it.
/// </summary>
internal sealed class BatchStep(IReadOnlyList<Painting> paintings)
{
    private readonly PaintingTools _tools = paintings[0].Tools;

    public IReadOnlyList<PaintedStep> Take()
    {
        Tensor z = cat([.. paintings.Select(painting => painting.State.Latent)], 0);          // [N, C, h, w]
        BatchJudgement judgement = new(paintings, z.shape[2] * _tools.Canvas.Factor, z.shape[3] * _tools.Canvas.Factor, Tell);
        Tell(StepPart.Cutouts);
        Pull pull = _tools.Recording is { } recording && StepRecording.Takes(paintings)
            ? recording.Pull(paintings, z, judgement, Pull)
            : Pull(z, judgement);
        Tell(StepPart.Backward);

        Pending[] pending = [.. paintings.Select((painting, i) => Update(painting, pull.Gradient.narrow(0, i, 1), pull.OtherLosses[i], pull.Images.narrow(0, i, 1)))];

        // The one place where the step waits for the device.
        float[] numbers = cat([pull.PromptLosses, .. pending.Select(it => it.OtherLoss), .. pending.Select(it => it.Squares)], 0).cpu().data<float>().ToArray();
        PaintedStep[] steps = new PaintedStep[pending.Length];
        for (int i = 0, first = 0, prompts = numbers.Length - (2 * pending.Length); i < pending.Length; first += judgement.PromptCounts[i], i++)
            steps[i] = End(pending[i], numbers[first..(first + judgement.PromptCounts[i])], numbers[prompts + i], numbers[prompts + pending.Length + i]);
        Tell(StepPart.Update);
        return steps;
    }

    private Pull Pull(Tensor z, BatchJudgement judgement)
    {
        Tensor codes = _tools.Drawer.Settle(z).requires_grad_(true);                         // 6.1: straight-through, so its gradient is z's
        Tell(StepPart.Quantise);
        ClampWithGrad images = new(_tools.Draw(codes), 0, 1);                                // 6.2: [N, 3, H, W]
        Tell(StepPart.Decode);
        Tensor promptLosses = judgement.OfPrompts(images.Value);                             // 6.3 to 6.6, and 6.7 back to the images: [prompts]
        Tensor[] otherLosses = judgement.OfImages(images.Value);                             // 6.6, what is asked of the images themselves: N of [1]
        images.Backward();                                                                   // 6.7, from the images to the codes
        return new Pull(_tools.Scaling.Undo(codes.grad!), promptLosses, otherLosses, images.Value.detach());
    }

    private static Pending Update(Painting painting, Tensor gradient, Tensor otherLoss, Tensor seen)
    {
        (PaintingState state, PaintingSettings settings) = (painting.State, painting.Request.Settings);
        if (painting.Tools.LatentLosses(state.Initial).At(state.Latent, painting.Step) is { } pull)  // 6.6, what pulls at z itself
            (otherLoss, gradient) = (otherLoss + pull.Loss.view(1), gradient + pull.Gradient);
        double rate = LearningRate.At(painting.Step, painting.Request.Steps, settings);
        return new Pending(painting, state.After(gradient, rate, painting.Tools.Drawer, settings), seen, otherLoss, (gradient * gradient).sum().view(1));
    }

    private static PaintedStep End(Pending step, float[] promptLosses, float otherLoss, float squares)
    {
        Painting painting = step.Painting;
        double loss = promptLosses.Append(otherLoss).Sum(number => (double)number);
        if (!double.IsFinite(loss) || !float.IsFinite(squares))
            return new PaintedStep(painting, null, new SynthesisException(painting.Step, Explain(painting, loss, squares)));

        StepResult result = new(painting.Step + 1, loss, [.. promptLosses.Select(number => (double)number)]);
        painting.Commit(step.After, result.Loss, step.Seen);
        return new PaintedStep(painting, result, null);
    }

    private static string Explain(Painting painting, double loss, double squares) =>
        $"Step {painting.Step + 1} came to a loss of {loss} and a gradient of square {squares}, which is not finite; " +
        $"the picture stays as it was after step {painting.Step}. A lower learning rate than {painting.Request.Settings.LearningRate} or smaller weights may help.";

    private void Tell(StepPart part)
    {
        foreach (Painting painting in paintings)
            painting.PartDone?.Invoke(part);
    }

    /// <summary>A step of one painting that stands once its numbers are known.</summary>
    /// <param name="Seen">The image it drew, [1, 3 or 4, H, W].</param>
    private sealed record Pending(Painting Painting, StateAfterStep After, Tensor Seen, Tensor OtherLoss /* [1] */, Tensor Squares /* [1] */);
}
