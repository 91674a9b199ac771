using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Generation.Tests.Synthesis;

public sealed class ResumeTests : IDisposable
{
    private static readonly PaintingRequest Request = new()
    {
        Prompt = "a sea | blurry:-0.3:-0.9 ^ a forest", Width = 32, Height = 24, Steps = 12, Seed = ulong.MaxValue - 2, Model = "tiny",
        Settings = Presets.Get("best") with { CutoutCount = 4, InitWeight = 0.1, LatentAverageDecay = 0.8, LearningRateDrops = [0.5] },
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-resume-").FullName;
    private readonly ModelPack _pack = TinyPack.Create();

    public void Dispose()
    {
        _pack.Dispose();
        Directory.Delete(_folder, true);
    }

    [Theory]
    [InlineData(OptimizerKind.Adam)]
    [InlineData(OptimizerKind.AdamW)]
    [InlineData(OptimizerKind.RAdam)]
    [InlineData(OptimizerKind.Adagrad)]
    public void Resume_AtAnyStep_PaintsWhatAnUninterruptedPaintingPaints(OptimizerKind kind)
    {
        PaintingRequest request = Request with { Settings = Request.Settings with { Optimizer = kind } };
        int at = new Random((int)kind).Next(0, request.Steps);
        Assert.Equal(Uninterrupted(request), Interrupted(request, at));
    }

    [Fact]
    public void Resume_WithPicturesGiven_FindsThemInTheState()
    {
        PaintingRequest request = Request with
        {
            InitImage = PaintingTests.Noise(50, 20), ImagePrompts = [new ImagePrompt(PaintingTests.Noise(20, 30), -0.5, -0.9)], NoisePrompts = [new NoisePrompt(4)],
        };
        Assert.Equal(Uninterrupted(request), Interrupted(request, 5));
    }

    [Fact]
    public void Resume_TellsRequestAndStep()
    {
        string file = SaveAt(Request, 4);
        using Painting painting = new Painter(_pack).Resume(file);
        Assert.Equal(4, painting.Step);
        Assert.Equal((Request.Prompt, Request.Seed, Request.Model), (painting.Request.Prompt, painting.Request.Seed, painting.Request.Model));
    }

    [Fact]
    public void Resume_EarlyStop_CountsOn()
    {
        PaintingRequest request = Request with
        {
            Prompt = "x", Steps = 50, Settings = new PaintingSettings { CutoutMethod = CutoutMethod.Pooling, CutoutCount = 1, LearningRate = 1e-6, EarlyStopSteps = 6 },
        };
        using Painting whole = new Painter(_pack).Start(request);
        using Painting resumed = new Painter(_pack).Resume(SaveAt(request, 3));
        Assert.Equal(PaintingTests.Finish(whole).Step, PaintingTests.Finish(resumed).Step);
    }

    [Fact]
    public void Resume_AnotherKindOfFile_SaysWhatItIsNot()
    {
        string file = Path.Combine(_folder, "other.safetensors");
        SafetensorsWriter.Write(file, []);
        PaintingRequestException exception = Assert.Throws<PaintingRequestException>(() => new Painter(_pack).Resume(file));
        Assert.Contains("not a saved painting", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("request", "{")]
    [InlineData("request", "null")]
    [InlineData("image_prompts", "7")]
    [InlineData("progress", "[]")]
    public void Resume_DamagedMetadata_SaysWhichPart(string key, string json)
    {
        string file = SaveAt(Request, 2);
        Dictionary<string, string> metadata;
        List<KeyValuePair<string, torch.Tensor>> tensors;
        using (Checkpoint saved = Checkpoint.Open(file))
        {
            metadata = new(saved.Metadata) { [key] = json };
            tensors = [.. saved.Tensors.Keys.Select(name => new KeyValuePair<string, torch.Tensor>(name, saved.Read(name).clone()))];
        }

        SafetensorsWriter.Write(file, tensors, metadata);
        PaintingRequestException exception = Assert.Throws<PaintingRequestException>(() => new Painter(_pack).Resume(file));
        Assert.Contains($"'{key}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_WithAnotherModel_NamesTheOneItWasPaintedWith()
    {
        string file = SaveAt(Request with { Width = 64, Height = 64 }, 1);
        using ModelPack pack = TinyPack.Create(embedDim: 16);
        PaintingRequestException exception = Assert.Throws<PaintingRequestException>(() => new Painter(pack).Resume(file));
        Assert.Contains("'tiny'", exception.Message, StringComparison.Ordinal);
    }

    private byte[] Uninterrupted(PaintingRequest request)
    {
        using Painting painting = new Painter(_pack).Start(request);
        PaintingTests.Finish(painting);
        return painting.Render().Pixels;
    }

    private byte[] Interrupted(PaintingRequest request, int at)
    {
        string file = SaveAt(request, at);

        // Another pack of the same weights, as another process would have.
        using ModelPack pack = TinyPack.Create();
        using Painting painting = new Painter(pack).Resume(file);
        PaintingTests.Finish(painting);
        return painting.Render().Pixels;
    }

    private string SaveAt(PaintingRequest request, int step)
    {
        string file = Path.Combine(_folder, "state.safetensors");
        using Painting painting = new Painter(_pack).Start(request);
        while (painting.Step < step)
            painting.Advance();
        painting.Save(file);
        return file;
    }
}
