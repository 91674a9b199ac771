using VqganBot.Generation.Packs;

namespace VqganBot.Training.Evaluation;

/// <summary>All that 'evaluate' found out.</summary>
/// <param name="Pack">What was measured.</param>
/// <param name="Options">How it was painted with.</param>
/// <param name="Figures">Of networks on renders; null where none were asked for.</param>
/// <param name="Prompts">What was painted.</param>
/// <param name="Judged">The pictures in each way they were made; none where nothing was to be painted.</param>
internal sealed record EvaluationResult(
    ModelPackManifest Pack,
    EvaluationOptions Options,
    PackFigures? Figures,
    IReadOnlyList<EvaluationPrompt> Prompts,
    IReadOnlyList<JudgedPictures> Judged)
{
    public JudgedPictures? Find(string name) => Judged.FirstOrDefault(pictures => pictures.Name == name);
}
