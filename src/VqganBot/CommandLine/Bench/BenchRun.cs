using System.Text.Json;

namespace VqganBot.CommandLine.Bench;

/// <summary>Times ours alone, or ours and the peer in turn: A B A B ...</summary>
internal static class BenchRun
{
    public static int Run(BenchOptions options, CommandContext context)
    {
        using var ours = BenchWorker.Ours(options);
        using var peer = options.Peer is null ? null : BenchWorker.Peer(options);
        var oursSteps = new List<StepTimes>();
        var peerSteps = new List<StepTimes>();
        // The first step of each is not counted: it pays for first allocations and just-in-time compilation.
        for (var step = 0; step <= options.Steps; step++)
        {
            Keep(step, oursSteps, ours.Step());
            if (peer is not null) Keep(step, peerSteps, peer.Step());
            if (!options.Json && step > 0) context.Error.WriteLine(StepLine(step, options.Steps, oursSteps, peerSteps));
        }

        var summary = Summarise(options, ours, oursSteps, peer, peerSteps);
        if (options.Json) context.Out.WriteLine(JsonSerializer.Serialize(summary, BenchJson.Default.BenchSummary));
        else BenchTable.Print(context.Out, summary);
        return ExitCodes.Done;
    }

    private static void Keep(int step, List<StepTimes> steps, StepTimes times)
    {
        if (step > 0) steps.Add(times);
    }

    private static string StepLine(int step, int steps, List<StepTimes> ours, List<StepTimes> peer)
    {
        var beside = peer.Count > 0 ? $"  PyTorch {BenchTable.Milliseconds(peer[^1].Total)} ms" : "";
        return $"  step {step}/{steps}  ours {BenchTable.Milliseconds(ours[^1].Total)} ms{beside}";
    }

    private static BenchSummary Summarise(
        BenchOptions options, BenchWorker ours, List<StepTimes> oursSteps, BenchWorker? peer, List<StepTimes> peerSteps) => new()
        {
            Shapes = options.Shapes.Name,
            Size = options.Size.ToString(),
            Cutouts = options.Cutouts,
            Threads = options.Threads,
            Steps = options.Steps,
            Ours = BenchStatistics.Median(oursSteps.Select(times => times.Total)),
            Parts = BenchStatistics.MedianParts(oursSteps),
            Engine = ours.Hello.Engine,
            Peer = peer is null ? null : BenchStatistics.Median(peerSteps.Select(times => times.Total)),
            PeerParts = peer is null ? null : BenchStatistics.MedianParts(peerSteps),
            Ratio = peer is null ? null : BenchStatistics.PairedRatio(oursSteps, peerSteps, times => times.Total),
            ProcessorRatio = peer is null ? null : BenchStatistics.PairedRatio(oursSteps, peerSteps, times => times.Processor),
            PeerEngine = peer?.Hello.Engine,
        };
}
