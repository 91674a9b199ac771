namespace VqganBot.CommandLine.Film;

/// <summary>What a film is like of which nothing else was said.</summary>
internal static class FilmDefaults
{
    public const int Frames = 120;

    public const int FramesPerPhrase = 48;

    public const int StepsPerFrame = 6;

    public const int StyleStepsPerFrame = 8;

    public const double FramesPerSecond = 24;

    public const double Zoom = 1.02;

    public const double Calm = 0.4;

    public const double Strength = 0.5;

    /// <summary>Of the picture's learning rate, for the frames that grow out of it.</summary>
    public const double LearningRateShare = 0.5;
}
