using TorchSharp;
using VqganBot.Generation.Synthesis;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

public sealed class CutoutsTests
{
    public static TheoryData<string> Names => [.. Presets.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Take_InBatches_GivesTheSameViewsAsAtOnce(string preset)
    {
        using DisposeScope scope = NewDisposeScope();
        PaintingSettings settings = Presets.Get(preset) with { CutoutCount = 7 };
        ICutouts cutouts = PaintingTools.Cutting(new PaintingRandom(3), settings);
        Tensor image = Picture();
        Tensor whole = CutViews.Take(cutouts, image, 16, 5, 0, 7).Value;
        Tensor parts = cat([CutViews.Take(cutouts, image, 16, 5, 0, 3).Value, CutViews.Take(cutouts, image, 16, 5, 3, 3).Value, CutViews.Take(cutouts, image, 16, 5, 6, 1).Value], 0);
        Assert.Equal([7, 3, 16, 16], whole.shape);
        Assert.InRange((whole - parts).abs().max().item<float>(), 0, 1e-6f);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Take_SameStepTwice_GivesTheSameViewsAndAnotherStepOthers(string preset)
    {
        using DisposeScope scope = NewDisposeScope();
        ICutouts cutouts = PaintingTools.Cutting(new PaintingRandom(3), Presets.Get(preset) with { CutoutCount = 4 });
        Tensor image = Picture();
        Tensor first = CutViews.Take(cutouts, image, 16, 5, 0, 4).Value;
        Assert.Equal(Values.Of(CutViews.Take(cutouts, image, 16, 5, 0, 4).Value), Values.Of(first));
        Assert.NotEqual(Values.Of(CutViews.Take(cutouts, image, 16, 6, 0, 4).Value), Values.Of(first));
    }

    [Fact]
    public void Take_PoolingWithoutAugmentation_PoolsTheWholePicture()
    {
        using DisposeScope scope = NewDisposeScope();
        ICutouts cutouts = PaintingTools.Cutting(new PaintingRandom(3), new PaintingSettings { CutoutMethod = CutoutMethod.Pooling, CutoutCount = 2 });
        Tensor image = arange(0, 48, float32).view(1, 3, 4, 4);
        Tensor views = CutViews.Take(cutouts, image, 2, 0, 0, 2).Value;
        Assert.Equal([3.75f, 5.75f, 11.75f, 13.75f], views[1, 0].contiguous().view(-1).data<float>().ToArray()); // mean 2.5, maximum 5, and so on
    }

    [Fact]
    public void Take_OriginalWithPowerZero_TakesTheLargestSquare()
    {
        using DisposeScope scope = NewDisposeScope();
        ICutouts cutouts = PaintingTools.Cutting(new PaintingRandom(3), new PaintingSettings { CutPower = 0, CutoutCount = 1 });
        Tensor image = Picture().narrow(2, 0, 24).narrow(3, 0, 24);
        Assert.Equal(Values.Of(image), Values.Of(CutViews.Take(cutouts, image, 24, 0, 0, 1).Value));
    }

    [Fact]
    public void Take_BestWithoutAugmentation_LooksWideInTheFirstAndInsideInTheOthers()
    {
        using DisposeScope scope = NewDisposeScope();
        ICutouts cutouts = PaintingTools.Cutting(new PaintingRandom(3), new PaintingSettings
        {
            CutoutMethod = CutoutMethod.Best, CutoutCount = 10, WideShare = 0.4, WideLeastScale = 1, WideFill = ViewFill.Black, Fill = ViewFill.Black,
        });
        Tensor views = CutViews.Take(cutouts, ones([1, 3, 16, 32]), 32, 0, 0, 10).Value; // half as high as wide: a wide view is half black
        float[] lit = views.mean([1L, 2L, 3L]).data<float>().ToArray();
        Assert.All(lit[..4], share => Assert.Equal(0.5f, share, 2));
        Assert.All(lit[4..], share => Assert.Equal(1f, share, 5));
    }

    [Fact]
    public void Apply_ErasingSameForAll_BlackensTheSameRectangle()
    {
        using DisposeScope scope = NewDisposeScope();
        ICutouts cutouts = PaintingTools.Cutting(new PaintingRandom(3), new PaintingSettings
        {
            CutoutMethod = CutoutMethod.Pooling, CutoutCount = 5, Augmentation = new AugmentationSettings { ErasingProbability = 1, ErasingSameForAll = true },
        });
        Tensor views = CutViews.Take(cutouts, ones([1, 3, 16, 16]), 16, 0, 0, 5).Value;
        Assert.InRange(views.mean().item<float>(), 0.55f, 0.95f);
        Assert.Equal(Values.Of(views.narrow(0, 0, 1).expand(5, -1, -1, -1)), Values.Of(views));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Take_Backward_ReachesTheImage(string preset)
    {
        using DisposeScope scope = NewDisposeScope();
        ICutouts cutouts = PaintingTools.Cutting(new PaintingRandom(3), Presets.Get(preset) with { CutoutCount = 6 });
        Tensor image = Picture().requires_grad_(true);
        CutViews views = CutViews.Take(cutouts, image, 16, 5, 0, 6);
        views.Value.sum().backward();
        views.Backward();
        Assert.True(image.grad!.abs().sum().item<float>() > 0);
    }

    private static Tensor Picture()
    {
        random.manual_seed(2);
        return rand([1, 3, 32, 24]);
    }
}
