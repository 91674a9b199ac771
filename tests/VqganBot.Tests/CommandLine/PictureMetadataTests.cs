using System.Text.Json;
using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Tests.CommandLine;

public sealed class PictureMetadataTests
{
    [Fact]
    public void Record_ThroughJson_KeepsEverySetting()
    {
        var image = new Rgb24Image(2, 1, [1, 2, 3, 4, 5, 6]);
        var request = new PaintingRequest
        {
            Prompt = "a \"star\" ★\n|x:-0.5", Width = 96, Height = 80, Steps = 7, Seed = ulong.MaxValue, Preset = "nerdyrodent",
            Settings = Presets.Get("nerdyrodent") with { CutoutCount = 3, LearningRate = 0.1 + 0.2 }, Model = "toybox",
            InitImage = image, ImagePrompts = [new ImagePrompt(image, -0.5), new ImagePrompt(image, 2, 0.25)],
        };
        var record = PaintingRecord.Of(request, 5, "abc");
        var text = PictureMetadata.Write(record);
        var read = JsonSerializer.Deserialize(text["VqganBot"], PaintingRecordJson.Default.PaintingRecord)!;

        Assert.Equivalent(request.Settings, read.Request.Settings, strict: true);
        Assert.Equal((request.Prompt, request.Seed, request.Steps, 5, "abc"), (read.Request.Prompt, read.Request.Seed, read.Request.Steps, read.StepsDone, read.ModelSha256));
        Assert.Equal(record.Init, read.Init);
        Assert.Equal(record.ImagePrompts, read.ImagePrompts);
        Assert.Equal(text["VqganBot"], PictureMetadata.Write(read)["VqganBot"]);
        Assert.Contains("a \"star\"", text["Title"]);
        Assert.StartsWith("VqganBot ", text["Software"]);
    }

    [Fact]
    public void Sum_OfTheSamePixelsInAnotherShape_IsAnother() => Assert.NotEqual(
        PictureReference.Sum(new Rgb24Image(2, 3)), PictureReference.Sum(new Rgb24Image(3, 2)));
}
