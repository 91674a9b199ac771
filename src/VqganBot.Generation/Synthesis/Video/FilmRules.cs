namespace VqganBot.Generation.Synthesis;

/// <summary>How long a film may be.</summary>
public static class FilmRules
{
    public const int MostFrames = 20_000;
    public const int MostStepsPerFrame = 1_000;

    // What one painting may take, and all frames are one painting.
    private const long MostSteps = RequestRules.MostSteps;

    /// <summary>Above 0.95 a frame is hardly more than the one before it.</summary>
    public const double MostCalm = 0.95;

    internal static void Check(int frameCount, int stepsPerFrame, double calm)
    {
        if (frameCount is < 2 or > MostFrames)
            throw new PaintingRequestException($"A film has from 2 to {MostFrames:N0} frames, not {frameCount:N0}.");
        if (stepsPerFrame is < 1 or > MostStepsPerFrame)
            throw new PaintingRequestException($"A frame takes from 1 to {MostStepsPerFrame:N0} steps, not {stepsPerFrame:N0}.");
        if (!(calm is >= 0 and <= MostCalm))
            throw new PaintingRequestException(FormattableString.Invariant($"The calm of a film must lie between 0 and {MostCalm}, not at {calm}."));
    }

    internal static int Steps(int frames, int stepsPerFrame) => (long)frames * stepsPerFrame <= MostSteps
        ? frames * stepsPerFrame
        : throw new PaintingRequestException(
            $"{frames:N0} frames of {stepsPerFrame:N0} steps are {(long)frames * stepsPerFrame:N0} steps; a film takes at most {MostSteps:N0}. " +
            $"At {stepsPerFrame:N0} steps a frame it may have {MostSteps / stepsPerFrame:N0} frames.");
}
