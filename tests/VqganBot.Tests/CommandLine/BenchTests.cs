using System.Text.Json;
using VqganBot.CommandLine.Bench;

namespace VqganBot.Tests.CommandLine;

public sealed class BenchTests
{
    [Theory]
    [InlineData("imagenet-16384+ViT-B/32", 16384, 32)]
    [InlineData("IMAGENET-1024 + vit-b/16", 1024, 16)]
    public void Find_KnownShapes_AreFoundWhateverTheCase(string name, int codes, int patch)
    {
        var shapes = BenchShapes.Find(name);

        Assert.NotNull(shapes);
        Assert.Equal(codes, shapes.Vqgan.Codes);
        Assert.Equal(patch, shapes.Clip.Patch);
        Assert.Equal(16, shapes.Vqgan.Factor);
    }

    [Theory]
    [InlineData("imagenet-16384")]
    [InlineData("+")]
    [InlineData("ViT-B/32+imagenet-16384")]
    public void Find_UnknownShapes_AreNotGuessed(string name) => Assert.Null(BenchShapes.Find(name));

    [Fact]
    public void PairedRatio_OfALoadThatWeighsOnBothSides_IsUndisturbed()
    {
        var ours = new[] { Times(1), Times(10), Times(1) };
        var peer = new[] { Times(2), Times(20), Times(2) };

        Assert.Equal(0.5, BenchStatistics.PairedRatio(ours, peer, times => times.Total), precision: 9);
    }

    [Theory]
    [InlineData(new[] { 3.0, 1, 2 }, 2.0)]
    [InlineData(new[] { 4.0, 1, 2, 3 }, 2.5)]
    public void Median_OfOddAndEvenCounts(double[] values, double expected) => Assert.Equal(expected, BenchStatistics.Median(values));

    [Fact]
    public void StepTimes_FromThePeersLine_AddUp()
    {
        var times = JsonSerializer.Deserialize(
            """{"quantise": 0.1, "decode": 0.2, "cutouts": 0.3, "clip": 0.4, "loss": 0.5, "backward": 0.6, "update": 0.7, "processor": 9}""",
            BenchJson.Default.StepTimes)!;

        Assert.Equal(2.8, times.Total, precision: 9);
        Assert.Equal(5, (times with { Whole = 5 }).Total);
    }

    [Fact]
    public void StepSummary_OfKnownTimes_HasShareSpeedAndRatio()
    {
        // One step of this size has so many operations; the machine does ten times as many in a second, our step takes 0.2 s.
        var flops = StepFlops.Of(BenchModel.Vqgan(VqganShape.Known[0]), BenchModel.ImageTower(ClipShape.Known[0]), 512, Options().Size, 8);
        var measurement = new StepMeasurement(Options(), new WorkerHello("ours", 2, "cpu", MatrixPeak: 10 * flops), new WorkerHello("peer", 2, "cpu"));
        var series = new StepSeries([Times(0.2)], [Times(0.4)]);

        var json = Parsed(JsonSerializer.Serialize(measurement.Summarise(series, series), BenchJson.Default.StepSummary));

        Assert.Equal(0.5, json.GetProperty("ratio").GetDouble(), precision: 9);
        Assert.Equal(0.5, json.GetProperty("shareOfPeak").GetDouble(), precision: 9);
        Assert.Equal(0.25, json.GetProperty("peerShareOfPeak").GetDouble(), precision: 9);
        Assert.Equal(5, json.GetProperty("stepsPerSecond").GetDouble(), precision: 9);
        Assert.Equal((0.2, 0.4), (json.GetProperty("ours").GetDouble(), json.GetProperty("peer").GetDouble()));
        Assert.Equal(flops, json.GetProperty("flops").GetDouble());
    }

    [Fact]
    public void StepSummary_WithoutAPeer_NamesNone()
    {
        var measurement = new StepMeasurement(Options(), new WorkerHello("ours", 2, "cpu", MatrixPeak: 1), peer: null);
        var series = new StepSeries([Times(0.2)], []);

        var json = Parsed(JsonSerializer.Serialize(measurement.Summarise(series, series), BenchJson.Default.StepSummary));

        Assert.DoesNotContain(json.EnumerateObject(), property => property.Name.StartsWith("peer", StringComparison.Ordinal) || property.Name == "ratio");
    }

    [Fact]
    public void StepTable_WithAPeer_NamesEveryPartAndTheRatio()
    {
        using var output = new StringWriter();
        var series = new StepSeries([Times(0.5)], [Times(1)]);
        StepTable.Print(output, new StepMeasurement(Options(), new WorkerHello("ours", 2, "cpu", MatrixPeak: 1e11), new WorkerHello("peer", 2, "cpu")).Summarise(series, series));

        Assert.All(StepTimes.Parts, part => Assert.Contains(part.Name, output.ToString()));
        Assert.Contains("PyTorch: 0.500", output.ToString());
        Assert.Contains("2.000 steps/s", output.ToString());
    }

    [Fact]
    public void PaintRow_ThatGetsAsNear_CountsToTheFirstSuchPicture()
    {
        var row = PaintRow.Of("a star", Trail((0, 1, 0.1), (10, 20, 0.6), (20, 40, 0.5)), Trail((0, 2, 0.3), (1, 3, 0.5), (2, 4, 0.55)));

        Assert.Equal((0.5, 40), (row.ReferenceSimilarity, row.ReferenceSeconds));
        Assert.Equal(20, row.ReferenceFirstSeconds);
        Assert.Equal((1, 3.0), (row.Step, row.Seconds));
        Assert.Equal(3.0 / 40, row.Ratio!.Value, precision: 9);
        Assert.Equal((0.55, 4, 2), (row.Similarity, row.WholeSeconds, row.FirstPreviewSeconds));
    }

    [Fact]
    public void PaintSummary_WhereSomeNeverGetAsNear_CountsThemAsForEver()
    {
        var reached = PaintRow.Of("a", Trail((0, 10, 0.5)), Trail((0, 1, 0.5)));
        var never = PaintRow.Of("b", Trail((0, 10, 0.5)), Trail((0, 1, 0.4)));

        Assert.Null(never.Ratio);
        Assert.Equal(0.1, PaintSummary.RatioOf([reached, reached, never])!.Value, precision: 9);
        Assert.Null(PaintSummary.RatioOf([reached, never, never]));
    }

    [Theory]
    [InlineData(8, new[] { 1, 2, 4, 8 })]
    [InlineData(6, new[] { 1, 2, 4, 6 })]
    [InlineData(1, new[] { 1 })]
    public void BatchSizes_DoubleUpToTheMost(int most, int[] expected) =>
        Assert.Equal(expected, new BatchOptions { Model = "toybox", Most = most, Steps = 1, Threads = 1 }.Sizes);

    [Fact]
    public void BenchQueue_OfJobsThatPaintNothing_BringsEachToItsEnd()
    {
        var (code, output, error) = CommandLineRunner.Run("bench", "queue", "--jobs", "30", "--users", "3", "--json");

        Assert.Equal((0, ""), (code, error));
        var json = Parsed(output);
        Assert.Equal((30, 3), (json.GetProperty("jobs").GetInt32(), json.GetProperty("users").GetInt32()));
        Assert.All((string[])["enqueueMilliseconds", "overheadMilliseconds", "jobsPerSecond"], name => Assert.True(json.GetProperty(name).GetDouble() > 0, name));
    }

    [Fact]
    public void SyntheticMerges_AreAsManyAsClips_AndEachOnce()
    {
        var lines = SyntheticMerges.Lines().ToArray();

        Assert.Equal(1 + 48_894, lines.Length);
        Assert.Equal(lines.Length, lines.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("--preset was given 'best'; it takes crowson or nerdyrodent", "step", "--preset", "best")]
    [InlineData("--device was given 'tpu'; it takes cpu or cuda", "step", "--device", "tpu")]
    [InlineData("--size was given '1'; it takes", "paint", "--size", "1")]
    [InlineData("--prompts was given '99'; it takes a whole number from 1 to", "paint", "--prompts", "99")]
    [InlineData("leave out one of the two", "paint", "a star", "--prompts", "2")]
    [InlineData("--reference-cuts was given 'best-of'; it takes", "paint", "--reference-cuts", "best-of")]
    [InlineData("--shapes was given 'small'; it takes", "load", "--shapes", "small")]
    [InlineData("leave out one of the two", "load", "--shapes", "imagenet-1024+ViT-B/32", "--model", "toybox")]
    [InlineData("leave out one of the two", "batch", "--shapes", "imagenet-1024+ViT-B/32", "--model", "toybox")]
    [InlineData("--most was given '0'; it takes", "batch", "--most", "0")]
    [InlineData("--precision was given 'int8'; it takes", "step", "--precision", "int8")]
    [InlineData("--jobs was given '-1'; it takes", "queue", "--jobs", "-1")]
    public void WrongUsage_IsNamed_BeforeAnythingIsMeasured(string expected, params string[] args)
    {
        var (code, output, error) = CommandLineRunner.Run(["bench", .. args]);

        Assert.Equal(2, code);
        Assert.Contains(expected, error);
        Assert.Empty(output);
    }

    [Theory]
    [InlineData("step")]
    [InlineData("paint")]
    [InlineData("load")]
    [InlineData("batch")]
    [InlineData("queue")]
    public void Help_OfEach_HasExamples(string bench) => Assert.Contains($"bench {bench}", CommandLineRunner.Run("bench", bench, "--help").Out.Split("Examples:")[1]);

    [Fact]
    public void PeerScript_TravelsInTheProgram() => Assert.Contains("torch.optim.Adam", PeerScript.Text);

    private static StepOptions Options() => new()
    {
        Shapes = BenchShapes.Default, Preset = StepPreset.Known[0], Size = StepPreset.Known[0].Size, Cutouts = 8, Threads = 2, Steps = 1,
    };

    private static PaintTrail Trail(params (int Step, double Seconds, double Similarity)[] moments) =>
        new([.. moments.Select(moment => new PaintMoment(moment.Step, moment.Seconds, moment.Similarity))]);

    private static JsonElement Parsed(string json) => JsonDocument.Parse(json).RootElement;

    private static StepTimes Times(double total) => new(0, total, 0, 0, 0, 0, 0, total);
}
