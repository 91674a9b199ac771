using System.Text.Json;

namespace VqganBot.Generation.Tests.CommandLine;

public sealed class BenchTests(ChildProcess program) : IClassFixture<ChildProcess>
{
    [Fact]
    public void Step_AtASmallSize_TimesEveryPart()
    {
        var json = Measured("step", "--size", "32x32", "--cutouts", "1", "--steps", "2");

        Assert.True(json.GetProperty("ours").GetDouble() > 0);
        Assert.All(json.GetProperty("parts").EnumerateObject(), part => Assert.True(part.Value.GetDouble() > 0, part.Name));
        Assert.All((string[])["flops", "matrixPeak", "shareOfPeak", "stepsPerSecond", "peakMemory"], name => Assert.True(json.GetProperty(name).GetDouble() > 0, name));
        Assert.Equal(("cpu", "crowson"), (json.GetProperty("device").GetString(), json.GetProperty("preset").GetString()));
    }

    [Fact]
    public void Step_OfASizeThatCannotBe_SaysWhy()
    {
        var result = program.Run("bench", "step", "--size", "1x1", "--steps", "1", "--threads", "1");

        Assert.Equal(1, result.Code);
        Assert.Contains("1x1", result.Error);
    }

    [Fact]
    public void Paint_WithAPackThatDrafts_ComparesBothForEachPrompt()
    {
        var json = Measured("paint", "--model", "drafter", "a star", "a fish", "--steps", "3", "--cutouts", "2", "--reference-steps", "4", "--reference-cuts", "original");

        Assert.Equal(["a star", "a fish"], json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("prompt").GetString()));
        Assert.All(json.GetProperty("rows").EnumerateArray(), row =>
        {
            Assert.InRange(row.GetProperty("referenceSimilarity").GetDouble(), -1, 1);
            Assert.InRange(row.GetProperty("similarity").GetDouble(), -1, 1);
            Assert.True(row.GetProperty("wholeSeconds").GetDouble() > row.GetProperty("firstPreviewSeconds").GetDouble());
            Assert.True(row.GetProperty("referenceSeconds").GetDouble() > 0);
        });
        Assert.Equal((4, "original", 3, 2), (
            json.GetProperty("referenceSteps").GetInt32(), json.GetProperty("referenceCuts").GetString(), json.GetProperty("steps").GetInt32(), json.GetProperty("cutouts").GetInt32()));
    }

    [Fact]
    public void Load_OfAPack_TellsWhatItReachesInOrder_AndEveryPart()
    {
        var json = Measured("load", "--model", "drafter", "--runs", "1");

        var reached = json.GetProperty("reached").EnumerateObject().ToArray();
        Assert.Equal(["program", "libtorch", "model", "first preview", "first step"], reached.Select(one => one.Name));
        Assert.Equal(reached.Select(one => one.Value.GetDouble()).Order(), reached.Select(one => one.Value.GetDouble()));
        Assert.Equal(["merges.txt", "vqgan.safetensors", "clip.safetensors", "prior.safetensors"], json.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("file").GetString()));
        Assert.True(json.GetProperty("firstLine").GetDouble() < reached[^1].Value.GetDouble());
    }

    [Fact]
    public void Batch_OfATinyPack_HasARowForEachSize()
    {
        var json = Measured("batch", "--model", "tiny", "--most", "3", "--steps", "1", "--cutouts", "2");

        Assert.Equal([1, 2, 3], json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("paintings").GetInt32()));
        Assert.All(json.GetProperty("rows").EnumerateArray(), row => Assert.True(row.GetProperty("picturesPerMinute").GetDouble() > 0));
        Assert.Equal(1, json.GetProperty("rows")[0].GetProperty("gain").GetDouble());
    }

    private JsonElement Measured(string bench, params string[] args)
    {
        var result = program.Run(["bench", bench, .. args, "--threads", "1", "--json"]);
        Assert.Equal((0, ""), (result.Code, result.Error));
        return JsonDocument.Parse(result.Out).RootElement;
    }
}
