using TorchSharp;
using VqganBot.Generation.Synthesis;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

public sealed class ViewSamplerTests
{
    [Fact]
    public void Sample_Identity_ShowsTheSource()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor image = Picture(8, 8);
        AssertSame(image, One(image, Homography.Identity, ViewFill.Black, 8));
    }

    [Fact]
    public void Sample_RotationByNinetyDegrees_TurnsCounterClockwise()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor image = Picture(8, 8);
        AssertSame(image.transpose(2, 3).flip([2L]), One(image, Homography.Rotation(90), ViewFill.Border, 8));
    }

    [Fact]
    public void Sample_Mirror_SwapsLeftAndRight()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor image = Picture(8, 8);
        AssertSame(image.flip([3L]), One(image, Homography.Mirror, ViewFill.Border, 8));
    }

    [Fact]
    public void Sample_LowerRightQuarter_IsThatCrop()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor image = Picture(8, 12);
        Homography crop = Homography.Shift(0.5, 0.5) * Homography.Scale(0.5, 0.5);
        Tensor view = One(image.narrow(3, 4, 8), crop, ViewFill.Border, 4);
        AssertSame(image.narrow(2, 4, 4).narrow(3, 8, 4), view);
    }

    [Fact]
    public void Sample_BeyondTheEdge_ReflectsDrawsOutOrFillsAsAsked()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor image = Picture(4, 4);
        Homography right = Homography.Shift(1, 0); // two of four columns further right
        Tensor views = Sample(
            image, [right, right, right, right], [ViewFill.Reflection, ViewFill.Border, ViewFill.Black, ViewFill.RandomGrey], [0, 0, 0, 0.7f], 4, 1);
        Tensor kept = image.narrow(3, 2, 2), edge = image.narrow(3, 3, 1);
        AssertSame(cat([kept, kept.flip([3L])], 3), views.narrow(0, 0, 1));
        AssertSame(cat([kept, edge, edge], 3), views.narrow(0, 1, 1));
        AssertSame(cat([kept, zeros_like(kept)], 3), views.narrow(0, 2, 1));
        AssertSame(cat([kept, full_like(kept, 0.7)], 3), views.narrow(0, 3, 1));
    }

    [Fact]
    public void Sample_ASourceForEachView_ShowsEachItsOwn()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor images = Picture(3, 8, 8);
        Tensor views = Sample(images, [Homography.Identity, Homography.Mirror, Homography.Identity], [ViewFill.Border, ViewFill.Border, ViewFill.Border], [0, 0, 0], 8, 1);
        AssertSame(images.narrow(0, 0, 1), views.narrow(0, 0, 1));
        AssertSame(images.narrow(0, 1, 1).flip([3L]), views.narrow(0, 1, 1));
    }

    [Fact]
    public void Sample_SeveralViewsOfEachOfSeveralSources_ShowsEachItsOwnInOrder()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor images = Picture(2, 8, 8);
        Tensor views = Sample(images, [Homography.Identity, Homography.Mirror, Homography.Mirror, Homography.Identity], [.. Enumerable.Repeat(ViewFill.Border, 4)], [0, 0, 0, 0], 8, 1);
        AssertSame(cat([images.narrow(0, 0, 1), images.narrow(0, 0, 1).flip([3L]), images.narrow(0, 1, 1).flip([3L]), images.narrow(0, 1, 1)], 0), views);
    }

    [Fact]
    public void Sample_Supersampled_AveragesThePixelsOfTheSource()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor image = Picture(8, 8);
        AssertSame(nn.functional.adaptive_avg_pool2d(image, [4L, 4L]), Sample(image, [Homography.Identity], [ViewFill.Border], [0], 4, 2));
    }

    private static Tensor Sample(Tensor source, Homography[] maps, ViewFill[] fills, float[] greys, long size, long supersampling) =>
        ViewSampler.Sample(source, new ViewBatch([new DrawnViews(maps, fills, greys)], size, CPU), supersampling);

    private static Tensor One(Tensor source, Homography map, ViewFill fill, long size) => Sample(source, [map], [fill], [0.5f], size, 1);

    private static Tensor Picture(long h, long w) => Picture(1, h, w);

    private static Tensor Picture(long n, long h, long w)
    {
        random.manual_seed(2);
        return rand([n, 3, h, w]);
    }

    private static void AssertSame(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange((expected - actual).abs().max().item<float>(), 0, 1e-5f);
    }
}
