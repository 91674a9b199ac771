using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>The views of the picture that CLIP is shown at a step.</summary>
internal interface ICutouts
{
    /// <summary>
    /// Views <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> of a step, each a square of
    /// <paramref name="cutSize"/>. They depend on the step and their number only, however the step is split into batches.
    /// </summary>
    CutViews Take(Tensor image /* [1, 3, H, W] */, long cutSize, long step, int first, int count);
}
