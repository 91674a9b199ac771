using TorchSharp;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Tests.Synthesis;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Drafts;

public sealed class DraftedPaintingTests : IDisposable
{
    internal static readonly PaintingRequest Request = new()
    {
        Prompt = "a sea | blurry:-0.3", Width = 16, Height = 16, Steps = 4, Seed = 4,
        Settings = Presets.Get("best") with { CutoutCount = 3, LearningRate = 1, InitialLatent = InitialLatentKind.Draft, DraftCandidates = 9, DraftSampling = new SamplingSettings { Guidance = 2 } },
    };

    private static readonly DraftRequest Drafts = new() { Prompt = Request.Prompt, Seed = 4, Candidates = 9, Keep = 9, Sampling = Request.Settings.DraftSampling };

    private readonly ModelPack _pack = TinyPrior.Pack();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _pack.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Start_WithADraft_BeginsWithTheBestOne()
    {
        using Painting painting = new Painter(_pack).Start(Request);

        AssertSame(new Drafter(_pack).Draft(Drafts, null, TestContext.Current.CancellationToken)[0].Picture, painting.Render());
        Assert.Empty(painting.Notes);
    }

    [Fact]
    public void Start_WhileDrafting_TellsTheBestSoFar()
    {
        PaintingRequest request = Request with { Settings = Request.Settings with { DraftCandidates = 70 } };
        List<DraftProgress> told = [];
        using Painting painting = new Painter(_pack).Start(request, told.Add, TestContext.Current.CancellationToken);

        Assert.Null(told[0].Best);
        Draft[] best = [.. told.Select(now => now.Best).OfType<Draft>().Distinct()];
        Assert.True(told.FindIndex(now => now.Best is not null) < told.Count / 2);
        Assert.Equal(best.Select(draft => draft.Lead).Order(), best.Select(draft => draft.Lead));
        AssertSame(best[^1].Picture, painting.Render());
        Assert.Equal(told[^1].All, told[^1].Drawn);
    }

    [Fact]
    public void FromDraft_SavedAtOnceAndResumed_PaintsWhatItsRequestPaints()
    {
        Draft third = new Drafter(_pack).Draft(Drafts, null, TestContext.Current.CancellationToken)[2];
        using (Painting begun = new Painter(_pack).FromDraft(third, Request))
        {
            AssertSame(third.Picture, begun.Render());
            begun.Save(_folder["state"]);
        }

        using Painting resumed = new Painter(_pack).Resume(_folder["state"]);
        using Painting again = new Painter(_pack).Start(resumed.Request);
        Assert.Equal(third.Number, resumed.Request.DraftNumber);
        PaintingTests.Finish(resumed);
        PaintingTests.Finish(again);
        Assert.Equal(again.Render().Pixels, resumed.Render().Pixels);
        Assert.NotEqual(third.Picture.Pixels, resumed.Render().Pixels);
    }

    [Fact]
    public void Start_LargerCanvas_EnlargesThePictureUnlessTheWindowIsAskedFor()
    {
        PaintingRequest large = Request with { Width = 32, Height = 32 };
        using Painting enlarged = new Painter(_pack).Start(large);
        using Painting fromPicture = new Painter(_pack).Start(large with { InitImage = new Drafter(_pack).Draft(Drafts, null, TestContext.Current.CancellationToken)[0].Picture });
        using Painting whole = new Painter(_pack).Start(large with { Settings = large.Settings with { DraftAtFullSize = true } });

        Assert.Equal(fromPicture.Render().Pixels, enlarged.Render().Pixels);
        AssertSame(new Drafter(_pack).Draft(Drafts with { Size = (32, 32) }, null, TestContext.Current.CancellationToken)[0].Picture, whole.Render());
    }

    [Fact]
    public void Start_OtherShapeOrSmaller_IsPainted()
    {
        using Painting wide = new Painter(_pack).Start(Request with { Width = 48, Height = 20 });
        using Painting small = new Painter(_pack).Start(Request with { Width = 8, Height = 8 });

        Assert.Equal((48, 20, 8, 8), (wide.Render().Width, wide.Render().Height, small.Render().Width, small.Render().Height));
    }

    [Fact]
    public void Start_NothingToDraftWith_BeginsAsThePresetDoesAndSaysSo()
    {
        using ModelPack plain = TinyPack.Create();
        PaintingRequest noise = Request with { Prompt = "", NoisePrompts = [new NoisePrompt(3)] };
        using Painting withoutPrior = new Painter(plain).Start(Request), preset = new Painter(plain).Start(WithPaleGradient(Request)), wordless = new Painter(_pack).Start(noise);

        Assert.Contains("'tiny' has no prior", Assert.Single(withoutPrior.Notes));
        Assert.Contains("neither words nor pictures", Assert.Single(wordless.Notes));
        Assert.Equal(preset.Render().Pixels, withoutPrior.Render().Pixels);
    }

    [Fact]
    public void Start_BestOfSeveral_IsTheOneOfLeastLoss()
    {
        PaintingRequest chance = Request with { Settings = new PaintingSettings { CutoutMethod = CutoutMethod.Pooling, CutoutCount = 1 } };
        using Painting one = new Painter(_pack).Start(chance), several = new Painter(_pack).Start(chance with { Settings = chance.Settings with { BestOf = 12 } });
        using Painting again = new Painter(_pack).Start(chance with { Settings = chance.Settings with { BestOf = 12 } });

        Assert.NotEqual(one.Render().Pixels, several.Render().Pixels);
        Assert.Equal(again.Render().Pixels, several.Render().Pixels);
        Assert.True(several.Advance().Loss < one.Advance().Loss);
    }

    [Fact]
    public void FromDraft_OfAnotherModel_SaysSo()
    {
        Draft foreign = new(PaintingTests.Noise(16, 16), [.. Enumerable.Repeat(24L, 16)], 4, 4, 0);

        Assert.Contains("24 codes", Assert.Throws<PaintingRequestException>(() => new Painter(_pack).FromDraft(foreign, Request)).Message);
    }

    // Decoded alone and among others, a value may be rounded the other way.
    private static void AssertSame(Rgb24Image expected, Rgb24Image actual)
    {
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        Assert.InRange(expected.Pixels.Zip(actual.Pixels, (a, b) => Math.Abs(a - b)).Max(), 0, 1);
    }

    private static PaintingRequest WithPaleGradient(PaintingRequest request) =>
        request with { Settings = request.Settings with { InitialLatent = InitialLatentKind.PaleGradient } };
}
