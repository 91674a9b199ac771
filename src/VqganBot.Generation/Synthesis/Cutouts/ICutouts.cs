using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>The views of the picture that CLIP is shown at a step, as <see cref="CutViews"/> takes them.</summary>
internal interface ICutouts
{
    /// <summary>
    /// Draws views <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> of a step, each a square of
    /// <paramref name="cutSize"/>. They depend on the step and their number only, however the step is split into batches.
    /// </summary>
    DrawnViews Draw(long height, long width, long cutSize, long step, int first, int count);

    /// <summary>What the views look at: something for all views of a picture, [N, 3, h, w], or for each of them, [N·n, 3, h, w].</summary>
    (Tensor Source, ClampWithGrad? Seam) Source(Tensor images /* [N, 3, H, W] */, ViewBatch batch);
}
