namespace VqganBot.Generation.Synthesis;

/// <summary>All that determines a film beside the pictures it is made from: the same plan gives the same frames.</summary>
public sealed record FilmPlan
{
    /// <value>How the first frame is painted; null when each frame begins from a picture of its own.</value>
    public PaintingRequest? First { get; init; }

    /// <value>What the other frames are painted towards, its steps being those of all of them together.</value>
    public required PaintingRequest Frames { get; init; }

    public required int FrameCount { get; init; }

    public required int StepsPerFrame { get; init; }

    /// <value>Between frames that are not begun from pictures.</value>
    public FrameMove Move { get; init; } = FrameMove.Still;

    /// <value>0 to below 1: how much of the former frame's latent stays in the beginning of one that has its own picture.</value>
    public double Former { get; init; }

    /// <value>Frames that are painted after the first picture.</value>
    public int FramesAfterFirst => First is null ? FrameCount : FrameCount - 1;

    /// <value>Steps of the whole film.</value>
    public int Steps => (First?.Steps ?? 0) + (FramesAfterFirst * StepsPerFrame);

    /// <summary>A film that grows out of a painting: each frame is the former one, moved, and painted on.</summary>
    /// <param name="first">What <c>imagine</c> would paint; the film begins with it.</param>
    /// <param name="learningRate">Of the frames after it, the same from the first to the last.</param>
    /// <param name="calm">0 to below 1: how much of a frame is the latent it began with.</param>
    /// <exception cref="PaintingRequestException">The film is too long, or a number is out of its range.</exception>
    public static FilmPlan OfPainting(PaintingRequest first, int frameCount, int stepsPerFrame, FrameMove move, double learningRate, double calm)
    {
        ArgumentNullException.ThrowIfNull(first);
        FilmRules.Check(frameCount, stepsPerFrame, calm);
        PaintingSettings settings = FilmSettings.Steady(first.Settings, learningRate) with
        {
            // After a frame's steps this leaves so much of what the average began with.
            LatentAverageDecay = Math.Pow(calm, 1.0 / stepsPerFrame),
        };
        return new FilmPlan
        {
            // The first picture belongs to the first phrase alone.
            First = first with { Settings = first.Settings with { StepsPerPhrase = first.Steps } },
            Frames = first with { Settings = settings, Steps = FilmRules.Steps(frameCount - 1, stepsPerFrame) },
            FrameCount = frameCount, StepsPerFrame = stepsPerFrame, Move = move,
        };
    }

    /// <summary>A film painted over another: each frame begins from its picture.</summary>
    /// <param name="request">What is painted; its steps do not matter.</param>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="calm">0 to below 1: how much of the former frame stays in the beginning of each.</param>
    /// <exception cref="PaintingRequestException">The film is too long, or a number is out of its range.</exception>
    public static FilmPlan OfPictures(PaintingRequest request, int frameCount, int stepsPerFrame, double learningRate, double calm)
    {
        ArgumentNullException.ThrowIfNull(request);
        FilmRules.Check(frameCount, stepsPerFrame, calm);
        PaintingSettings settings = FilmSettings.Steady(request.Settings, learningRate) with { ViewPeriod = stepsPerFrame, LatentAverageDecay = 0 };
        return new FilmPlan
        {
            Frames = request with { Settings = settings, Steps = FilmRules.Steps(frameCount, stepsPerFrame) },
            FrameCount = frameCount, StepsPerFrame = stepsPerFrame, Former = calm,
        };
    }
}
