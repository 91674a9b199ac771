using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Tests.TestKit;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

[Collection(LiveTensors.Name)]
public sealed class PaintingTests : IDisposable
{
    private static readonly PaintingRequest Small = new()
    {
        Prompt = "chicken surf | blurry:-0.3", Width = 32, Height = 24, Steps = 6, Seed = 7,
        Settings = Presets.Get("best") with { CutoutCount = 4 },
    };

    private readonly ModelPack _pack = TinyPack.Create();
    private readonly Painter _painter;

    public PaintingTests()
    {
        LiveTensors.Settle();
        _painter = new Painter(_pack);
    }

    public static TheoryData<string> PresetNames => [.. Presets.Names];

    public void Dispose() => _pack.Dispose();

    [Theory]
    [MemberData(nameof(PresetNames))]
    public void Advance_EachPreset_PaintsToTheEnd(string preset)
    {
        using Painting painting = _painter.Start(Small with { Preset = preset, Settings = Presets.Get(preset) with { CutoutCount = 5, LearningRate = 0.3 } });
        byte[] before = painting.Render().Pixels;
        StepResult result = Finish(painting);
        Assert.Equal(6, result.Step);
        Assert.Equal(2, result.PromptLosses.Count);
        Assert.True(result.PromptLosses[0] > 0 && result.PromptLosses[1] < 0);
        Assert.Equal((32, 24), (painting.Render().Width, painting.Render().Height));
        Assert.NotEqual(before, painting.Render().Pixels);
    }

    [Theory]
    [InlineData(OptimizerKind.Adam)]
    [InlineData(OptimizerKind.AdamW)]
    [InlineData(OptimizerKind.RAdam)]
    [InlineData(OptimizerKind.Adagrad)]
    public void Advance_EachOptimizer_BringsTheLossDown(OptimizerKind kind)
    {
        using Painting painting = _painter.Start(Small with
        {
            Prompt = "a tree", Steps = 40,
            Settings = new PaintingSettings { Optimizer = kind, LearningRate = kind == OptimizerKind.RAdam ? 1 : 0.3, CutoutMethod = CutoutMethod.Pooling, CutoutCount = 1 },
        });
        double first = painting.Advance().Loss;
        double similarity = painting.Similarity();
        Assert.True(Finish(painting).Loss < first - 0.01);
        Assert.True(painting.Similarity() > similarity);
    }

    [Fact]
    public void Start_SameSeedTwice_PaintsTheSameBytesWhateverIsRenderedBetween()
    {
        using Painting quiet = _painter.Start(Small), watched = _painter.Start(Small), other = _painter.Start(Small with { Seed = 8 });
        while (!watched.IsFinished)
        {
            watched.Advance();
            watched.Render();
            watched.Similarity();
        }

        Finish(quiet);
        Finish(other);
        Assert.Equal(quiet.Render().Pixels, watched.Render().Pixels);
        Assert.NotEqual(quiet.Render().Pixels, other.Render().Pixels);
    }

    [Theory]
    [InlineData(33, 27, 32, 24)]
    [InlineData(8, 8, 8, 8)]
    public void Start_SizeBetweenCells_RoundsDownAndTellsIt(int width, int height, int w, int h)
    {
        using Painting painting = _painter.Start(Small with { Width = width, Height = height, Steps = 1 });
        painting.Advance();
        Assert.Equal((w, h), (painting.Width, painting.Height));
        Assert.Equal((w, h), (painting.Render().Width, painting.Render().Height));
    }

    [Fact]
    public void Notes_TellWhatIsOtherwiseThanAskedFor()
    {
        using Painting plain = _painter.Start(Small with { Prompt = "a cat" });
        Assert.Empty(plain.Notes);
        using Painting noted = _painter.Start(Small with { Prompt = "a cat | chicken surf", Width = 33 }); // CLIP reads six bytes here
        Assert.Collection(
            noted.Notes,
            note => Assert.Contains("33x24 was asked for and 32x24 is painted", note, StringComparison.Ordinal),
            note => Assert.Contains("'chicken surf' is longer than the 6 tokens", note, StringComparison.Ordinal));
    }

    [Fact]
    public void Start_BadRequest_AllocatesNothing()
    {
        long before = Tensor.TotalCount;
        Assert.Throws<PaintingRequestException>(() => _painter.Start(Small with { Width = 100_000, Height = 100_000 }));
        Assert.Throws<PaintingRequestException>(() => _painter.Start(Small with { Width = 1, Height = 1 }));
        Assert.Throws<PaintingRequestException>(() => _painter.Start(Small with { Steps = 0 }));
        Assert.Throws<PromptException>(() => _painter.Start(Small with { Prompt = " " }));
        Assert.Throws<PromptException>(() => _painter.Start(Small with { Prompt = new string('x', 10_000) }));
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Advance_InCutBatches_PaintsTheSameUpToRounding()
    {
        PaintingSettings settings = Presets.Get("nerdyrodent") with { CutoutCount = 7 };
        using Painting whole = _painter.Start(Small with { Settings = settings }), parts = _painter.Start(Small with { Settings = settings with { CutoutBatch = 3 } });
        Assert.Equal(whole.Advance().Loss, parts.Advance().Loss, 4);
    }

    [Fact]
    public void Advance_TwoHundredSteps_LeavesTheNumberOfLiveTensorsFlat()
    {
        using Painting painting = _painter.Start(Small with { Steps = 200, Settings = Small.Settings with { InitWeight = 0.1, LatentNormWeight = 0.1 } });
        painting.Advance();
        painting.Render();
        long after = Tensor.TotalCount;
        Finish(painting);
        painting.Render();
        painting.Similarity();
        Assert.Equal(after, Tensor.TotalCount);
    }

    [Fact]
    public void Dispose_AfterSomeSteps_ReturnsEveryTensor()
    {
        using (Painting first = _painter.Start(Small))
            first.Advance();
        long before = Tensor.TotalCount;
        using (Painting painting = _painter.Start(Small))
        {
            painting.Advance();
            painting.Similarity();
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Advance_LossIsNoNumber_KeepsTheLastGoodPicture()
    {
        using Painting painting = _painter.Start(Small);
        painting.Advance();
        byte[] good = painting.Render().Pixels;
        using (no_grad())
        {
            foreach (Parameter parameter in _pack.Clips[0].parameters())
                parameter.fill_(float.NaN);
        }

        SynthesisException exception = Assert.Throws<SynthesisException>(() => painting.Advance());
        Assert.Equal(1, exception.Step);
        Assert.Contains("not finite", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, painting.Step);
        Assert.Equal(good, painting.Render().Pixels);
    }

    [Fact]
    public void Advance_AfterTheLastStep_Refuses()
    {
        using Painting painting = _painter.Start(Small with { Steps = 1 });
        painting.Advance();
        Assert.True(painting.IsFinished);
        Assert.Throws<InvalidOperationException>(() => painting.Advance());
    }

    [Fact]
    public void LastSeen_WithoutAnAverage_IsThePictureBeforeTheLastStep()
    {
        using Painting painting = _painter.Start(Small with { Settings = Small.Settings with { LatentAverageDecay = 0, LearningRate = 0.3 } });
        byte[] before = painting.Render().Pixels;
        Assert.Equal(before, painting.LastSeen().Picture.Pixels);
        painting.Advance();
        Assert.Equal(before, painting.LastSeen().Picture.Pixels);
        before = painting.Render().Pixels;
        painting.Advance();
        Assert.Equal(before, painting.LastSeen().Picture.Pixels);
    }

    [Fact]
    public void LastSeen_AfterGoingOnFromAnotherPicture_IsThatPicture()
    {
        using Painting painting = _painter.Start(Small);
        painting.Advance();
        painting.GoOnFrom(Noise(32, 24));
        Assert.Equal(painting.Render().Pixels, painting.LastSeen().Picture.Pixels);
    }

    [Fact]
    public void Start_SameWordsAgain_AreNotReadAgain()
    {
        using Painting first = _painter.Start(Small);
        using (no_grad())
            _pack.Clips[0].text_projection.fill_(float.NaN);
        using Painting same = _painter.Start(Small with { Seed = 8 }), other = _painter.Start(Small with { Prompt = "a sea" });
        Assert.True(double.IsFinite(same.Advance().Loss));
        Assert.Throws<SynthesisException>(() => other.Advance());
    }

    [Fact]
    public void Advance_NoBetterLossForLong_FinishesEarly()
    {
        // A learning rate this small moves nothing to another code, so the loss stays what it is.
        using Painting painting = _painter.Start(Small with
        {
            Steps = 50, Settings = new PaintingSettings { CutoutMethod = CutoutMethod.Pooling, CutoutCount = 1, LearningRate = 1e-6, EarlyStopSteps = 5 },
        });
        Assert.InRange(Finish(painting).Step, 5, 20);
    }

    [Fact]
    public void Advance_Story_ChangesTheWordsAndKeepsTheImagePrompts()
    {
        using Painting painting = _painter.Start(Small with
        {
            Prompt = "a sea ^ a forest | green", Steps = 4, Settings = Small.Settings with { StepsPerPhrase = 2 },
            ImagePrompts = [new ImagePrompt(Noise(20, 30), 0.5)], NoisePrompts = [new NoisePrompt(3, 0.2)],
        });
        Assert.Equal([3, 3, 4, 4], Enumerable.Range(0, 4).Select(_ => painting.Advance().PromptLosses.Count));
    }

    [Fact]
    public void Start_ImagePromptAlone_NeedsNoWords()
    {
        using Painting painting = _painter.Start(Small with { Prompt = "", ImagePrompts = [new ImagePrompt(Noise(40, 24))] });
        Assert.Single(Finish(painting).PromptLosses);
        Assert.InRange(painting.Similarity(), -1, 1);
    }

    [Fact]
    public void Start_InitImage_BeginsThereAndIsHeldThere()
    {
        PaintingRequest request = Small with { InitImage = Noise(32, 24), Steps = 20, Settings = new PaintingSettings { CutoutCount = 2, CutoutMethod = CutoutMethod.Pooling, LearningRate = 0.2 } };
        using Painting free = _painter.Start(request), held = _painter.Start(request with { Settings = request.Settings with { InitWeight = 1e4 } });
        byte[] start = free.Render().Pixels;
        Assert.Equal(start, held.Render().Pixels);
        Finish(free);
        Finish(held);
        Assert.True(Distance(start, held.Render().Pixels) < Distance(start, free.Render().Pixels));
    }

    [Theory]
    [InlineData(InitialLatentKind.RandomCodes)]
    [InlineData(InitialLatentKind.Pixels)]
    [InlineData(InitialLatentKind.Gradient)]
    [InlineData(InitialLatentKind.Perlin)]
    public void Start_EachInitialLatent_DependsOnTheSeed(InitialLatentKind kind)
    {
        PaintingRequest request = Small with { Settings = Small.Settings with { InitialLatent = kind } };
        using Painting one = _painter.Start(request), same = _painter.Start(request), other = _painter.Start(request with { Seed = 99 });
        Assert.Equal(one.Render().Pixels, same.Render().Pixels);
        Assert.NotEqual(one.Render().Pixels, other.Render().Pixels);
    }

    [Fact]
    public void Advance_TwoClipModels_ShowsThePictureToBoth()
    {
        using ModelPack pack = TinyPack.Create(2);
        using Painting painting = new Painter(pack).Start(Small);
        Assert.Equal(2, Finish(painting).PromptLosses.Count);
        Assert.InRange(painting.Similarity(), -1, 1);
    }

    internal static StepResult Finish(Painting painting)
    {
        StepResult result = painting.Advance();
        while (!painting.IsFinished)
            result = painting.Advance();
        return result;
    }

    internal static Rgb24Image Noise(int width, int height)
    {
        byte[] pixels = new byte[3 * width * height];
        new Random(4).NextBytes(pixels);
        return new Rgb24Image(width, height, pixels);
    }

    private static double Distance(byte[] a, byte[] b) => a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Sum();
}
