using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>What takes the place of a painting's state once its step stands.</summary>
internal sealed record StateAfterStep(Tensor Latent, Tensor[] Moments, Tensor? Average);
