namespace VqganBot.Generation.Synthesis;

/// <summary>What one step came to.</summary>
/// <param name="Step">How many steps are done with this one.</param>
/// <param name="Loss">All losses together, those on the image and on the latent included.</param>
/// <param name="PromptLosses">One loss per prompt in the order text, image, noise, spot; a mean over the CLIP models.</param>
public sealed record StepResult(int Step, double Loss, IReadOnlyList<double> PromptLosses);
