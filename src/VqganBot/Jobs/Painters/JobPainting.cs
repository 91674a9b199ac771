using VqganBot.CommandLine.Progress;
using VqganBot.Generation.Drafts;
using VqganBot.Imaging;

namespace VqganBot.Jobs;

/// <summary>Paints the pictures of one job, side by side as far as there is room, and leaves all that belongs to them in its folder.</summary>
internal sealed class JobPainting : TorchGeneration
{
    private readonly GenerationTask _task;
    private readonly JobFiles _files;
    private readonly IReadOnlyList<TilePainting> _tiles;
    private readonly TimeProvider _clock;
    private SpeedMeter _speed;

    /// <param name="tile">The picture of that number, from 1.</param>
    public JobPainting(GenerationTask task, Func<int, TilePainting> tile, JobFiles files, TimeProvider clock)
    {
        (_task, _files, _clock, _speed) = (task, files, clock, new SpeedMeter(clock));
        _tiles = [.. Enumerable.Range(1, task.Job.Order.Count).Select(tile)];
        try
        {
            foreach (var each in _tiles) each.TakeUp();
        }
        catch
        {
            Dispose();
            throw;
        }

        _speed.Mark(StepsDone);
    }

    public override int Wanted => IsOver ? 0 : _tiles.Count(tile => tile.Picture is null);

    private int StepsDone => _tiles.Sum(tile => tile.StepsDone);

    public override IReadOnlyList<TilePainting> Due(int most)
    {
        if (_task.Stop() is var stop and not StopRequest.None)
        {
            End(stop);
            return [];
        }

        var due = new List<TilePainting>();
        foreach (var tile in _tiles.Where(tile => tile.Picture is null).ToList())
        {
            if (due.Count == most) break;
            if (!Open(tile)) return [];
            // An earlier process may have gone between its last step and its picture.
            if (tile.Painting!.IsFinished) tile.Finish();
            else due.Add(tile);
        }

        if (Wanted == 0) End(StopRequest.None);
        return due;
    }

    public override void Stepped(IReadOnlyList<TilePainting> tiles)
    {
        Report(tiles);
        foreach (var tile in tiles.Where(tile => tile.Painting!.IsFinished)) tile.Finish();
        if (Wanted == 0) End(StopRequest.None);
    }

    public override void Dispose()
    {
        foreach (var tile in _tiles) tile.Dispose();
    }

    /// <returns>False where the job was stopped while drafts were drawn for the picture to begin with.</returns>
    private bool Open(TilePainting tile)
    {
        using var stopping = new CancellationTokenSource();
        try
        {
            if (tile.Painting is not null) return true;
            tile.Open(now => Drafting(tile, now, stopping), stopping.Token);
            // The drafts it began with say nothing of how fast it is painted.
            _speed = new SpeedMeter(_clock);
            _speed.Mark(StepsDone);
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            End(_task.Stop());
            return false;
        }
    }

    private void Drafting(TilePainting tile, DraftProgress now, CancellationTokenSource stopping)
    {
        var order = _task.Job.Order;
        // What is to be kept begins with the best of all drafts: that takes a second or two.
        if (_task.Stop() is not (StopRequest.None or StopRequest.Keep)) stopping.Cancel();
        // Beside others it waits for its first step, and so for their size.
        else if (now.Best is { } best && !Shown().Any())
            _task.Report(new JobProgress(_task.Job.Id, 0, order.Steps, NumberOf(tile), order.Count, [], 0, null, _task.WantsFrame() ? best.Picture : null) { StepsDone = StepsDone });
    }

    private void Report(IReadOnlyList<TilePainting> tiles)
    {
        var (order, speed) = (_task.Job.Order, _speed.Mark(StepsDone));
        _task.Report(new JobProgress(
            _task.Job.Id, (int)tiles.Average(tile => tile.StepsDone), order.Steps, NumberOf(tiles[0]), order.Count, tiles[0].Losses, speed,
            speed > 0 ? TimeSpan.FromSeconds(_tiles.Sum(tile => tile.StepsLeft) / speed) : null,
            _task.WantsFrame() ? PictureSheet.Compose([.. Shown()], order.Count) : null)
        {
            Tiles = tiles.Count,
            StepsDone = StepsDone,
        });
    }

    private int NumberOf(TilePainting wanted) => _tiles.TakeWhile(tile => tile != wanted).Count() + 1;

    private IEnumerable<Rgb24Image> Shown() => _tiles.Select(tile => tile.Shown()).OfType<Rgb24Image>();

    private void End(StopRequest stop)
    {
        switch (stop)
        {
            case StopRequest.Suspend or StopRequest.Aside:
                foreach (var tile in _tiles) tile.Save();
                break;
            case StopRequest.None:
                WriteGrid();
                break;
            case StopRequest.Keep:
                foreach (var tile in _tiles.Take(Math.Max(1, LastBegun()))) tile.Finish();
                WriteGrid();
                break;
        }

        Outcome = MakeOutcome(stop);
        Dispose();
    }

    // Pictures are counted from the first, so there is none missing in between; those that had no step yet are not worth keeping.
    private int LastBegun() => _tiles.Select((tile, at) => tile.StepsDone > 0 ? at + 1 : 0).Max();

    private void WriteGrid()
    {
        Rgb24Image[] pictures = [.. _tiles.Select(tile => tile.Picture).OfType<Rgb24Image>()];
        if (pictures.Length > 1) PictureSheet.Write(_files.Grid(_task.Job.Id), pictures, _task.Job.Order.Count);
    }

    private GenerationOutcome MakeOutcome(StopRequest endedBy)
    {
        double[] similarities = [.. _tiles.Select(tile => tile.Similarity).OfType<double>()];
        string[] notes = [.. _tiles.SelectMany(tile => tile.Notes).Distinct()];
        return new GenerationOutcome(
            endedBy, StepsDone, _tiles.Count(tile => tile.Picture is not null),
            similarities.Length > 0 ? similarities.Average() : null, notes.Length > 0 ? string.Join(' ', notes) : null);
    }
}
