using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Tests.CommandLine;

public sealed class RequestBuilderTests
{
    private static readonly ModelPackManifest Pack = new()
    {
        Name = "toybox", Vqgan = "v", VqganConfig = "y", Clip = ["c"], Tokenizer = "t", DefaultSize = [64, 48], DefaultSteps = 150, DefaultPreset = "pixray",
    };

    private static readonly SourceImages NoImages = new(null, []);

    [Fact]
    public void Build_OfAPromptAlone_TakesTheRestFromTheModel()
    {
        var request = RequestBuilder.Build(new ImagineOptions { Prompt = "a star" }, Pack, NoImages, repeated: null);

        Assert.Equal(("a star", 64, 48, 150, "pixray", "toybox"), (request.Prompt, request.Width, request.Height, request.Steps, request.Preset, request.Model));
        Assert.Equal(Presets.Get("pixray"), request.Settings);
        Assert.NotEqual(0UL, request.Seed);
    }

    [Fact]
    public void Build_OfEveryOption_UsesIt()
    {
        var options = new ImagineOptions
        {
            Prompt = "a star", Size = new PictureSize(96, 80), Steps = 7, Seed = 9, Preset = "crowson", Cutouts = 3, LearningRate = 0.3, InitWeight = 0.4,
        };
        var request = RequestBuilder.Build(options, Pack, NoImages, repeated: null);

        Assert.Equal((96, 80, 7, 9UL, "crowson"), (request.Width, request.Height, request.Steps, request.Seed, request.Preset));
        Assert.Equal(Presets.Get("crowson") with { CutoutCount = 3, LearningRate = 0.3, InitWeight = 0.4 }, request.Settings);
    }

    [Fact]
    public void Build_OfAPictureToRepeat_ChangesOnlyWhatIsAskedFor()
    {
        var before = new PaintingRequest
        {
            Prompt = "a fish", Width = 32, Height = 32, Steps = 5, Seed = 1, Preset = "best", Settings = Presets.Get("best") with { CutoutCount = 2 }, Model = "toybox",
        };
        var request = RequestBuilder.Build(new ImagineOptions { Seed = 2 }, Pack, NoImages, before);

        Assert.Equal(before with { Seed = 2 }, request with { ImagePrompts = before.ImagePrompts });
    }

    [Theory]
    [InlineData(null, 57)]
    [InlineData(80, 100)]
    public void StopAt_OfAnInterruptedPicture_IsWhereItStopped(int? steps, int expected)
    {
        var request = new PaintingRequest { Steps = 100 };
        var record = PaintingRecord.Of(request, 57, "sum");

        Assert.Equal(expected, RequestBuilder.StopAt(new ImagineOptions { Steps = steps }, request, record));
    }

    [Fact]
    public void Build_OfAPackWithAPrior_BeginsWithADraftAsThePackLikesIt()
    {
        var pack = Pack with { Prior = "p", DefaultGuidance = 4, DefaultDraftCandidates = 12, DefaultInitWeight = 0.5 };
        var wanted = new ImagineOptions { Prompt = "a star", Guidance = 2, BestOf = 3, LowResolution = 0.25 };
        var plain = RequestBuilder.Build(new ImagineOptions { Prompt = "a star" }, pack, NoImages, repeated: null).Settings;
        var asked = RequestBuilder.Build(wanted with { Start = InitialLatentKind.Perlin }, pack, NoImages, repeated: null).Settings;
        var other = RequestBuilder.Build(new ImagineOptions { Prompt = "a star", Preset = "crowson" }, pack, NoImages, repeated: null).Settings;
        var told = RequestBuilder.Build(new ImagineOptions { Prompt = "a star" }, pack with { DefaultStart = InitialLatentKind.Gradient }, NoImages, repeated: null).Settings;

        Assert.Equal((InitialLatentKind.Draft, 12, 4.0, 0.5), (plain.InitialLatent, plain.DraftCandidates, plain.DraftSampling.Guidance, plain.InitWeight));
        Assert.Equal((InitialLatentKind.Perlin, 3, 2.0, 0.25), (asked.InitialLatent, asked.BestOf, asked.DraftSampling.Guidance, asked.LowResolutionShare));
        Assert.Equal(Presets.Get("crowson"), other);
        Assert.Equal(InitialLatentKind.Gradient, told.InitialLatent);
    }

    [Fact]
    public void Build_OfADraftToRepeat_KeepsItsNumberOnlyWhileItMeansTheSame()
    {
        var draft = new PaintingRequest { Prompt = "a fish", Seed = 1, DraftNumber = 7, Model = "toybox" };

        Assert.Equal(7, RequestBuilder.Build(new ImagineOptions { Steps = 100 }, Pack, NoImages, draft).DraftNumber);
        Assert.Null(RequestBuilder.Build(new ImagineOptions { Seed = 2 }, Pack, NoImages, draft).DraftNumber);
    }
}
