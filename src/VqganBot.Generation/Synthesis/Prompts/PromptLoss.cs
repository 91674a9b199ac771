using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>A prompt's loss in the two forms that its stop makes of it.</summary>
/// <param name="Told">The loss a person is told, without a graph.</param>
/// <param name="Pulling">What is differentiated.</param>
internal readonly record struct PromptLoss(Tensor Told, Tensor Pulling);
