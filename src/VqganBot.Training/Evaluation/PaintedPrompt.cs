using VqganBot.Imaging;

namespace VqganBot.Training.Evaluation;

/// <summary>A painted prompt, with the similarity of the latent it began from and of the finished picture.</summary>
internal sealed record PaintedPrompt(string Prompt, double Before, double After, Rgb24Image Picture);
