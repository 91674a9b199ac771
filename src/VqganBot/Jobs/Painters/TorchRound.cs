using Microsoft.Extensions.Logging;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Jobs;

/// <summary>One step of each picture that is due, those that fit together as one batch.</summary>
internal sealed partial class TorchRound(ILogger logger)
{
    private readonly List<(TorchGeneration Owner, TilePainting Tile)> _due = [];
    private readonly List<(TorchGeneration Owner, TilePainting Tile)> _stepped = [];

    public int Batches { get; private set; }

    /// <value>So many at once were too many for the memory; 0 when there were none.</value>
    public int TooMany { get; private set; }

    public void Add(TorchGeneration owner, IEnumerable<TilePainting> tiles) => _due.AddRange(tiles.Select(tile => (owner, tile)));

    public void Step()
    {
        var batches = new List<List<(TorchGeneration Owner, TilePainting Tile)>>();
        foreach (var due in _due)
        {
            if (batches.Find(batch => PaintingBatch.Fit(batch[0].Tile.Painting!, due.Tile.Painting!)) is { } batch) batch.Add(due);
            else batches.Add([due]);
        }

        Batches = batches.Count;
        foreach (var batch in batches) Step(batch);
    }

    public IReadOnlyList<TilePainting> SteppedOf(TorchGeneration owner) => [.. _stepped.Where(stepped => stepped.Owner == owner).Select(stepped => stepped.Tile)];

    private void Step(List<(TorchGeneration Owner, TilePainting Tile)> batch)
    {
        try
        {
            foreach (var (step, (owner, tile)) in PaintingBatch.Advance([.. batch.Select(due => due.Tile.Painting!)]).Zip(batch))
            {
                if (step.Result is { } result) owner.Try(() => Took(owner, tile, result));
                else owner.Fail(step.Failure!);
            }
        }
        catch (Exception exception) when (batch.Count > 1)
        {
            // It may be the fault of one, or of their number: alone, each goes on as well as it can.
            if (exception is OutOfMemoryOnDeviceException) TooMany = Math.Max(TooMany, batch.Count);
            else Log.NotTogether(logger, exception, batch.Count);
            foreach (var alone in batch) Step([alone]);
        }
        catch (Exception exception)
        {
            batch[0].Owner.Fail(exception);
        }
    }

    private void Took(TorchGeneration owner, TilePainting tile, StepResult result)
    {
        _stepped.Add((owner, tile));
        tile.Stepped(result);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} pictures could not be stepped together; each is stepped by itself.")]
        public static partial void NotTogether(ILogger logger, Exception exception, int count);
    }
}
