using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Progress;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Jobs;

/// <summary>Paints the pictures of one job, one after the other, and leaves all that belongs to them in its folder.</summary>
internal sealed class JobPainting(GenerationTask task, TileStart start, string modelSha256, JobFiles files, JobOptions options, TimeProvider clock)
{
    private readonly Job _job = task.Job;
    private readonly List<Rgb24Image> _pictures = [];
    private readonly List<double> _similarities = [];
    private readonly HashSet<string> _notes = [];
    private int _stepsBefore;
    private double? _loss;

    public GenerationOutcome Run()
    {
        for (var tile = 1; tile <= _job.Order.Count; tile++)
        {
            // The picture is written last of all, so where there is one nothing is left to do.
            if (File.Exists(files.Picture(_job.Id, tile)))
            {
                _pictures.Add(ImageCodec.Decode(File.ReadAllBytes(files.Picture(_job.Id, tile))));
                _stepsBefore += _job.Order.Steps;
                continue;
            }

            using var painting = start.Begin(tile);
            _notes.UnionWith(painting.Notes);
            var stop = Paint(painting, tile);
            if (stop is StopRequest.Drop or StopRequest.Stuck) return Outcome(stop);
            painting.Save(files.State(_job.Id, tile));
            if (stop == StopRequest.Suspend) return Outcome(stop);
            // Kept before it began: the pictures that are there are enough.
            if (stop == StopRequest.Keep && painting.Step == 0 && _pictures.Count > 0) return WithGrid(stop);
            Finish(painting, tile);
            if (stop == StopRequest.Keep) return WithGrid(stop);
        }

        return WithGrid(StopRequest.None);
    }

    private StopRequest Paint(Painting painting, int tile)
    {
        // A picture that is painted further counts its own steps only.
        var firstStep = painting.Request.Steps - _job.Order.Steps;
        var frames = new FrameKeeper(files.Frames(_job.Id, tile), _job.Order.Steps);
        var (meter, trend) = (new SpeedMeter(clock), new LossTrend());
        meter.Mark(painting.Step);
        if (painting.Step == firstStep) frames.Take(painting);
        long? saved = null;
        while (!painting.IsFinished)
        {
            if (task.Stop() is var stop and not StopRequest.None) return Counted(stop, painting, firstStep);
            var loss = painting.Advance().Loss;
            _loss = loss;
            trend.Add(loss);
            frames.Take(painting);
            if (saved is not { } at || clock.GetElapsedTime(at) >= options.StateSaveInterval)
            {
                painting.Save(files.State(_job.Id, tile));
                saved = clock.GetTimestamp();
            }

            Report(painting, tile, painting.Step - firstStep, trend, meter.Mark(painting.Step));
        }

        return Counted(StopRequest.None, painting, firstStep);
    }

    private StopRequest Counted(StopRequest stop, Painting painting, int firstStep)
    {
        _stepsBefore += painting.Step - firstStep;
        return stop;
    }

    private void Report(Painting painting, int tile, int step, LossTrend trend, double speed)
    {
        var order = _job.Order;
        var left = ((order.Count - tile + 1) * order.Steps) - step;
        task.Report(new JobProgress(
            _job.Id, step, order.Steps, tile, order.Count, trend.ToList(), speed,
            speed > 0 ? TimeSpan.FromSeconds(left / speed) : null,
            task.WantsFrame() ? PictureSheet.Compose([.. _pictures, painting.Render()], _job.Order.Count) : null));
    }

    private void Finish(Painting painting, int tile)
    {
        _pictures.Add(painting.Render());
        _similarities.Add(painting.Similarity());
        PictureWriter.Write(files.Picture(_job.Id, tile), painting, modelSha256);
    }

    private GenerationOutcome WithGrid(StopRequest endedBy)
    {
        if (_pictures.Count > 1) PictureSheet.Write(files.Grid(_job.Id), _pictures, _job.Order.Count);
        return Outcome(endedBy);
    }

    private GenerationOutcome Outcome(StopRequest endedBy) => new(
        endedBy, _stepsBefore, _loss, _similarities.Count > 0 ? _similarities.Average() : null, _notes.Count > 0 ? string.Join(' ', _notes) : null);
}
