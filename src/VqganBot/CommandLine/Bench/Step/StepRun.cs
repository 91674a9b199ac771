using System.Text.Json;

namespace VqganBot.CommandLine.Bench;

/// <summary>Times ours alone, or ours and the peer in turn: A B A B ...</summary>
internal sealed class StepRun(StepOptions options, CommandContext context)
{
    // A GPU needs several to choose its kernels and to record its graph; a CPU pays for first allocations and just-in-time compilation.
    private const int WarmUpSteps = 1, WarmUpStepsOnGpu = 6;

    public static int Run(StepOptions options, CommandContext context) => new StepRun(options, context).Run();

    private int Run()
    {
        using var ours = StepWorker.Ours(options);
        using var peer = options.Peer is null ? null : StepWorker.Peer(options);
        // Waiting for a GPU after each part costs time: whole steps are timed without, and the parts in further steps.
        var onGpu = ours.Hello.Device != "cpu";
        var whole = Steps(ours, peer, onGpu ? StepWorker.AsAWhole : StepWorker.InParts, onGpu ? WarmUpStepsOnGpu : WarmUpSteps);
        var parts = onGpu ? Steps(ours, peer, StepWorker.InParts, WarmUpSteps) : whole;

        var summary = new StepMeasurement(options, ours.Hello, peer?.Hello).Summarise(whole, parts);
        if (options.Json) context.Out.WriteLine(JsonSerializer.Serialize(summary, BenchJson.Default.StepSummary));
        else StepTable.Print(context.Out, summary);
        return ExitCodes.Done;
    }

    private StepSeries Steps(StepWorker ours, StepWorker? peer, string how, int warmUp)
    {
        var series = new StepSeries([], []);
        for (var step = 1 - warmUp; step <= options.Steps; step++)
        {
            var (mine, theirs) = (ours.Step(how), peer?.Step(how));
            if (step <= 0) continue;
            series.Ours.Add(mine);
            if (theirs is not null) series.Peer.Add(theirs);
            if (!options.Json) context.Error.WriteLine(StepLine(step, mine, theirs));
        }

        return series;
    }

    private string StepLine(int step, StepTimes ours, StepTimes? peer)
    {
        var beside = peer is null ? "" : $"  PyTorch {BenchFormat.Milliseconds(peer.Total)} ms";
        return $"  step {step}/{options.Steps}  ours {BenchFormat.Milliseconds(ours.Total)} ms{beside}";
    }
}
