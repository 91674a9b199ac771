namespace VqganBot.CommandLine.Bench;

/// <summary>From the times of steps to what is told of them.</summary>
internal sealed class StepMeasurement(StepOptions options, WorkerHello ours, WorkerHello? peer)
{
    private readonly double _flops = StepFlops.Of(
        BenchModel.Vqgan(options.Shapes.Vqgan), BenchModel.ImageTower(options.Shapes.Clip), options.Shapes.Clip.EmbedDim, options.Size, options.Cutouts);

    /// <param name="whole">What the steps' times are taken from.</param>
    /// <param name="parts">What the times of their parts are taken from.</param>
    public StepSummary Summarise(StepSeries whole, StepSeries parts)
    {
        var mine = BenchStatistics.Median(whole.Ours.Select(times => times.Total));
        double? theirs = peer is null ? null : BenchStatistics.Median(whole.Peer.Select(times => times.Total));
        return new StepSummary
        {
            Shapes = options.Shapes.Name,
            Preset = options.Preset.Name,
            Size = options.Size.ToString(),
            Cutouts = options.Cutouts,
            Threads = options.Threads,
            Device = ours.Device,
            Precision = ours.Precision,
            Steps = options.Steps,
            Ours = mine,
            StepsPerSecond = 1 / mine,
            Parts = Parts(parts.Ours, mine),
            PeakMemory = whole.Ours[^1].PeakMemory,
            Engine = ours.Engine,
            Flops = _flops,
            MatrixPeak = Peak(ours.Precision),
            ShareOfPeak = _flops / mine / Peak(ours.Precision),
            Peer = theirs,
            PeerStepsPerSecond = 1 / theirs,
            PeerParts = theirs is { } seconds ? Parts(parts.Peer, seconds) : null,
            PeerPeakMemory = peer is null ? null : whole.Peer[^1].PeakMemory,
            PeerShareOfPeak = _flops / theirs / Peak("float32"),
            Ratio = peer is null ? null : BenchStatistics.PairedRatio(whole.Ours, whole.Peer, times => times.Total),
            ProcessorRatio = peer is null ? null : BenchStatistics.PairedRatio(whole.Ours, whole.Peer, times => times.Processor),
            PeerEngine = peer?.Engine,
        };
    }

    // Both run with the same threads on the same machine, so what ours measured holds for both.
    private double Peak(string precision) => precision == "float32" ? ours.MatrixPeak : ours.MatrixPeakBFloat16 ?? ours.MatrixPeak;

    private static IReadOnlyDictionary<string, double> Parts(IReadOnlyList<StepTimes> steps, double whole) =>
        new Dictionary<string, double>(BenchStatistics.MedianParts(steps)) { [StepTimes.WholeName] = whole };
}
