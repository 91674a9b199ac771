using System.Text.Json;
using VqganBot.CommandLine.Imagine;

namespace VqganBot.Tests.CommandLine;

public sealed class ImagineJsonTests
{
    [Fact]
    public void Line_HoldsEveryFigure_OnOneLine()
    {
        var line = ImagineJson.Line(Result("a \"red\"\nстар 星"));

        Assert.DoesNotContain('\n', line);
        Assert.Contains("星", line);
        using var json = JsonDocument.Parse(line);
        var names = json.RootElement.EnumerateObject().Select(property => property.Name);
        Assert.Equal(["prompt", "seed", "steps", "loss", "similarity", "seconds", "stepsPerSecond", "model", "file", "width", "height"], names);
        Assert.Equal("a \"red\"\nстар 星", json.RootElement.GetProperty("prompt").GetString());
        Assert.Equal(ulong.MaxValue, json.RootElement.GetProperty("seed").GetUInt64());
    }

    private static ImagineResult Result(string prompt) => new()
    {
        Prompt = prompt, Seed = ulong.MaxValue, Steps = 100, Loss = 0.5, Similarity = 0.25, Seconds = 2, StepsPerSecond = 50,
        Model = "toybox", File = "x.png", Width = 64, Height = 48,
    };
}
