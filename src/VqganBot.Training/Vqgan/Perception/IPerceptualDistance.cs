using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan.Perception;

/// <summary>How differently two pictures [N,3,H,W] of -1 to 1 look to a network that has learnt to see.</summary>
internal interface IPerceptualDistance : IDisposable
{
    /// <summary>The mean over the batch, with a gradient to the reconstruction.</summary>
    Tensor Of(Tensor reconstruction, Tensor picture);
}
