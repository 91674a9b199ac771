using VqganBot.Imaging;

namespace VqganBot.CommandLine.Imagine;

/// <param name="Steps">Steps done altogether, those before a resume included.</param>
/// <param name="StepsNow">Steps done in this process, in <paramref name="Time"/>.</param>
internal sealed record PaintingOutcome(Rgb24Image Picture, int Steps, int StepsNow, TimeSpan Time, double Loss, double Similarity, bool Interrupted);
