using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Jobs;

/// <summary>One picture of a job: waiting, being painted, or finished, with all that belongs to it in the job's folder.</summary>
/// <param name="number">From 1.</param>
internal sealed class TilePainting(Job job, int number, TileStart start, string modelSha256, JobFiles files, JobOptions options, TimeProvider clock) : IDisposable
{
    private readonly LossTrend _trend = new();
    private FrameKeeper? _frames;
    private int _firstStep;
    private long? _saved;
    private int _stepsDone;

    /// <value>Null while it waits, and once it is finished.</value>
    public Painting? Painting { get; private set; }

    /// <value>The finished picture.</value>
    public Rgb24Image? Picture { get; private set; }

    /// <value>Null when it was finished by an earlier process.</value>
    public double? Similarity { get; private set; }

    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <value>A picture that is painted further counts its own steps only.</value>
    public int StepsDone => Painting is null ? _stepsDone : Painting.Step - _firstStep;

    public int StepsLeft => Picture is null ? job.Order.Steps - StepsDone : 0;

    public IReadOnlyList<double> Losses => _trend.ToList();

    /// <summary>The picture as it stands; null while it waits.</summary>
    public Rgb24Image? Shown() => Picture ?? Painting?.Render();

    /// <summary>Takes up what an earlier process left of it, if it did.</summary>
    public void TakeUp()
    {
        // The picture is written last of all, so where there is one nothing is left to do.
        if (File.Exists(files.Picture(job.Id, number)))
            (Picture, _stepsDone) = (ImageCodec.Decode(File.ReadAllBytes(files.Picture(job.Id, number))), job.Order.Steps);
        else if (File.Exists(files.State(job.Id, number)))
            Open();
    }

    /// <summary>From now on it is painted.</summary>
    public void Open(Action<DraftProgress>? drafting = null, CancellationToken stop = default)
    {
        if (Painting is not null) return;
        Painting = start.Begin(number, drafting, stop);
        Notes = Painting.Notes;
        _firstStep = Painting.Request.Steps - job.Order.Steps;
        _frames = new FrameKeeper(files.Frames(job.Id, number), job.Order.Steps);
        if (StepsDone == 0) _frames.Take(Painting);
    }

    public void Stepped(StepResult result)
    {
        _trend.Add(result.Loss);
        _frames!.Take(Painting!);
        if (_saved is { } at && clock.GetElapsedTime(at) < options.StateSaveInterval) return;
        Save();
        _saved = clock.GetTimestamp();
    }

    public void Save() => Painting?.Save(files.State(job.Id, number));

    /// <summary>What is there is the picture.</summary>
    public void Finish()
    {
        if (Picture is not null) return;
        Open();
        Save();
        (Picture, Similarity, _stepsDone) = (Painting!.Render(), Painting.Similarity(), StepsDone);
        PictureWriter.Write(files.Picture(job.Id, number), Painting, modelSha256);
        Dispose();
    }

    public void Dispose()
    {
        _frames?.Dispose();
        _frames = null;
        Painting?.Dispose();
        Painting = null;
    }
}
