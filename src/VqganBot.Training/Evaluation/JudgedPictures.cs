using VqganBot.Imaging;
using VqganBot.Training.Judge;

namespace VqganBot.Training.Evaluation;

/// <summary>Pictures made in one way for all prompts, and what was measured on them.</summary>
/// <param name="Name">How they were made: painted, drafted, reconstructed, renders or random.</param>
/// <param name="Pictures">In the order of the prompts.</param>
/// <param name="Readings">What the judge takes them for.</param>
/// <param name="Figures">How often that is what the prompt names.</param>
/// <param name="Distances">Fréchet distances to renders, both blurred by <see cref="PictureJury.Blurs"/> pixels.</param>
/// <param name="Inception">Inception-style score: from 1 to the number of objects.</param>
/// <param name="Caption">Mean log-likelihood of what the prompts name.</param>
/// <param name="Similarity">Mean cosine of prompt and picture, by the pack's own CLIP.</param>
/// <param name="Seconds">Time to make one of them, on the average.</param>
internal sealed record JudgedPictures(
    string Name,
    IReadOnlyList<Rgb24Image> Pictures,
    IReadOnlyList<JudgeReading> Readings,
    JudgeFigures Figures,
    IReadOnlyList<double> Distances,
    double Inception,
    double Caption,
    double Similarity,
    double Seconds);
