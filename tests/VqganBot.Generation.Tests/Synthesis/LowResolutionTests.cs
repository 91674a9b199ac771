using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Tests.Verification;

namespace VqganBot.Generation.Tests.Synthesis;

public sealed class LowResolutionTests : IDisposable
{
    private static readonly PaintingRequest Request = new()
    {
        Prompt = "a sea", Width = 32, Height = 24, Steps = 8, Seed = 4,
        Settings = Presets.Get("best") with { CutoutCount = 3, InitWeight = 0.1, LowResolutionShare = 0.5 },
    };

    private readonly ModelPack _pack = TinyPack.Create();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _pack.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Start_LowResolution_BeginsAsASmallPaintingWouldAndShowsItEnlarged()
    {
        using Painting low = new Painter(_pack).Start(Request), small = new Painter(_pack).Start(Request with { Width = 16, Height = 12, Settings = Request.Settings with { LowResolutionShare = 0 } });

        Assert.Equal((32, 24), (low.Render().Width, low.Render().Height));
        for (int step = 0; step < 4; step++)
            Assert.Equal(small.Advance().Loss, low.Advance().Loss);
        Assert.NotEqual(small.Advance().Loss, low.Advance().Loss);
    }

    [Fact]
    public void Advance_AfterTheShare_GoesOnFromTheEnlargedPictureWithAFreshOptimiser()
    {
        PaintingRequest request = Request with { Settings = Request.Settings with { LatentAverageDecay = 0, InitWeight = 0, LearningRateAnnealTo = 1, ViewPeriod = 4 } };
        using Painting low = new Painter(_pack).Start(request);
        while (low.Step < 4)
            low.Advance();
        using Painting anew = new Painter(_pack).Start(request with { InitImage = low.Render(), Settings = request.Settings with { LowResolutionShare = 0 } });

        // Step 4 sees the views of step 0 again, so that both take the same step from the same picture.
        low.Advance();
        anew.Advance();

        low.Save(_folder["low"]);
        anew.Save(_folder["anew"]);
        Assert.Equal(Latent("anew"), Latent("low"));

        float[] Latent(string file)
        {
            using Checkpoint state = Checkpoint.Open(_folder[file]);
            using TorchSharp.torch.Tensor latent = state.Read("latent");
            return latent.data<float>().ToArray();
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void Resume_BeforeAtAndAfterTheChange_PaintsTheSame(int at)
    {
        using Painting whole = new Painter(_pack).Start(Request);
        PaintingTests.Finish(whole);
        using (Painting begun = new Painter(_pack).Start(Request))
        {
            while (begun.Step < at)
                begun.Advance();
            begun.Save(_folder["state"]);
        }

        using Painting resumed = new Painter(_pack).Resume(_folder["state"]);
        PaintingTests.Finish(resumed);
        Assert.Equal(whole.Render().Pixels, resumed.Render().Pixels);
    }

    [Fact]
    public void Advance_NoBetterStepsWhileSmall_EnlargesInsteadOfEnding()
    {
        using Painting painting = new Painter(_pack).Start(Request with
        {
            Steps = 40, Settings = new PaintingSettings { CutoutMethod = CutoutMethod.Pooling, CutoutCount = 1, LearningRate = 1e-6, EarlyStopSteps = 3, LowResolutionShare = 0.9 },
        });
        PaintingTests.Finish(painting);

        painting.Save(_folder["state"]);
        using Checkpoint state = Checkpoint.Open(_folder["state"]);
        Assert.InRange(painting.Step, 6, 20);
        Assert.Equal([1, 8, 6, 8], state.Tensors["latent"].Shape);
    }

    [Fact]
    public void Vary_OfASmallState_PaintsInFullSize()
    {
        using (Painting begun = new Painter(_pack).Start(Request))
            begun.Save(_folder["state"]);

        using Painting varied = new Painter(_pack).Vary(_folder["state"], 0.5, Request with { Settings = Request.Settings with { LowResolutionShare = 0 } });
        PaintingTests.Finish(varied);
        Assert.Equal((32, 24), (varied.Render().Width, varied.Render().Height));
    }
}
