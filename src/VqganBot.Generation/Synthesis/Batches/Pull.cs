using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>What the device finds out in a step: where the latents are pulled, and the losses.</summary>
/// <param name="Gradient">[N, C, h, w].</param>
/// <param name="PromptLosses">[prompts].</param>
/// <param name="OtherLosses">N of [1].</param>
/// <param name="Images">What was drawn and looked at, [N, 3 or 4, H, W].</param>
internal sealed record Pull(Tensor Gradient, Tensor PromptLosses, IReadOnlyList<Tensor> OtherLosses, Tensor Images);
