namespace VqganBot.Generation.Synthesis;

internal static class FilmSettings
{
    /// <summary>The settings with nothing left in them that is thought for one picture's way from its beginning to its end.</summary>
    public static PaintingSettings Steady(PaintingSettings settings, double learningRate) => settings with
    {
        LearningRate = learningRate, LearningRateAnnealTo = 1, LearningRateDrops = [], EarlyStopSteps = 0,
    };
}
