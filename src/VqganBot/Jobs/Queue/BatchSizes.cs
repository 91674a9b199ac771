namespace VqganBot.Jobs;

/// <summary>How many pictures of each shape are stepped at once. On the GPU's thread.</summary>
internal sealed class BatchSizes(JobOptions options)
{
    private const int MostTried = 16;

    private readonly Dictionary<PaintingShape, BatchSize> _sizes = [];

    public int Most(Job job) => PaintingShape.Of(job) is { } shape ? Of(shape).Most : 1;

    /// <summary>What the round told of jobs of this one's shape.</summary>
    public void Observe(Job job, Round round, TimeSpan time)
    {
        if (PaintingShape.Of(job) is not { } shape) return;
        if (round.TooMany > 0) Of(shape).RunOut(round.TooMany);
        else if (round.Batches == 1) Of(shape).Observe(round.Pictures.Sum(), time);
    }

    private BatchSize Of(PaintingShape shape)
    {
        if (!_sizes.TryGetValue(shape, out var size))
            _sizes[shape] = size = options.MostAtOnce == 0 ? new BatchSize(MostTried) : BatchSize.Fixed(options.MostAtOnce);
        return size;
    }
}
