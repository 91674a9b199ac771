using VqganBot.Training.Toybox;

namespace VqganBot.Training.Evaluation;

/// <summary>A prompt, a picture that would be right, and what the words name, numbered as the judge's labels; what they leave open is unlabelled.</summary>
internal sealed record EvaluationPrompt(string Text, ToyPicture Wanted, IReadOnlyList<int> Named);
