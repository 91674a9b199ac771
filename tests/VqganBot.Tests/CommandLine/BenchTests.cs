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
    }

    [Fact]
    public void Table_WithAPeer_NamesEveryPartAndTheRatio()
    {
        using var output = new StringWriter();
        var parts = BenchStatistics.MedianParts([Times(0.5)]);
        BenchTable.Print(output, new BenchSummary
        {
            Shapes = "imagenet-16384+ViT-B/32", Size = "128x128", Cutouts = 8, Threads = 2, Steps = 1, Ours = 0.5, Parts = parts, Peer = 1, PeerParts = parts, Ratio = 0.5,
        });

        Assert.All(StepTimes.Parts, part => Assert.Contains(part.Name, output.ToString()));
        Assert.Contains("0.500", output.ToString());
    }

    [Fact]
    public void PeerScript_TravelsInTheProgram() => Assert.Contains("torch.optim.Adam", PeerScript.Text);

    private static StepTimes Times(double total) => new(0, total, 0, 0, 0, 0, 0, total);
}
