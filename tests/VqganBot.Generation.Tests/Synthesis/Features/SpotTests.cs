using TorchSharp;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis.Features;

public sealed class SpotTests(FeatureFixture fixture) : IClassFixture<FeatureFixture>
{
    // In cells that depend on nothing but themselves.
    private PaintingRequest Cells => fixture.Small with
    {
        Prompt = "", Steps = 3, Settings = fixture.Small.Settings with { Drawer = DrawerKind.Pixel, PixelSize = 4, CutoutMethod = CutoutMethod.Pooling, LatentAverageDecay = 0 },
    };

    [Theory]
    [InlineData(SpotArea.Left, false, 0, 0, 16, 24)]
    [InlineData(SpotArea.Bottom, false, 0, 12, 32, 24)]
    [InlineData(SpotArea.Centre, false, 8, 6, 24, 18)]
    [InlineData(SpotArea.Mask, false, 4, 8, 28, 16)]
    [InlineData(SpotArea.Right, true, 0, 0, 16, 24)]
    public void Advance_SpotAlone_PaintsThereAndNowhereElse(SpotArea area, bool outside, int left, int top, int right, int bottom)
    {
        PaintingRequest request = Cells with { Spots = [new SpotPrompt("a tree", area, outside)], SpotMask = Mask(4, 8, 28, 16) };
        using Painting painting = new Painter(fixture.Pack).Start(request);
        Rgb24Image before = painting.Render();
        PaintingTests.Finish(painting);
        Rgb24Image after = painting.Render();
        for (int i = 0; i < before.Width * before.Height; i++)
        {
            // A cell that the border runs through belongs to both.
            (int x, int y) = (i % before.Width / 4 * 4, i / before.Width / 4 * 4);
            bool touched = x + 4 > left && x < right && y + 4 > top && y < bottom;
            Assert.Equal(touched, !before.Pixels.AsSpan(3 * i, 3).SequenceEqual(after.Pixels.AsSpan(3 * i, 3)));
        }
    }

    [Fact]
    public void Of_ASoftMask_LetsTheGradientThroughAsFarAsThePixelBelongs()
    {
        using DisposeScope scope = NewDisposeScope();
        Rgb24Image half = new(8, 8, [.. Enumerable.Range(0, 192).Select(i => (byte)(i / 3 % 8 < 4 ? 255 : 102))]);
        using Spot spot = new(SpotMask.Of(new SpotPrompt("x", SpotArea.Mask), half, Canvas.Fit(8, 8, 4)), [], CPU);
        Tensor image = zeros([1, 3, 8, 8]).requires_grad_(true);
        spot.Of(image, zeros([1, 3, 1, 1])).sum().backward();
        Assert.Equal([1f, 1f, 1f, 1f, 0.4f, 0.4f, 0.4f, 0.4f], Values.Of(image.grad!)[..8]);
    }

    [Fact]
    public void Advance_WithSpots_TellsTheirLossesBehindTheOthers_AndResumesTheSame()
    {
        PaintingRequest request = fixture.Small with
        {
            SpotMask = Mask(4, 8, 28, 16), Spots = [new SpotPrompt("a star | blurry:-0.5", SpotArea.Left), new SpotPrompt("the sea", SpotArea.Mask, Outside: true)],
        };
        using Painting painting = fixture.Painted(request with { Steps = 1 });
        Assert.InRange(painting.Similarity(), -1, 1);
        using Painting again = new Painter(fixture.Pack).Start(request);
        IReadOnlyList<double> losses = again.Advance().PromptLosses;
        Assert.Equal(4, losses.Count);
        Assert.True(losses[2] < 0 && losses[3] > 0);
        Assert.Equal(fixture.Pixels(request), fixture.PixelsInTwoSittings(request, 3));
        Assert.NotEqual(fixture.Pixels(fixture.Small), fixture.Pixels(request));
    }

    [Fact]
    public void Start_MaskThatIsBlackOrMissing_SaysSo()
    {
        Painter painter = new(fixture.Pack);
        PaintingRequest request = Cells with { Spots = [new SpotPrompt("a tree", SpotArea.Mask)] };
        Assert.Contains("no mask was given", Assert.Throws<PaintingRequestException>(() => painter.Start(request)).Message, StringComparison.Ordinal);
        Assert.Contains("White is inside", Assert.Throws<PaintingRequestException>(() => painter.Start(request with { SpotMask = new Rgb24Image(32, 24) })).Message, StringComparison.Ordinal);
    }

    private static Rgb24Image Mask(int left, int top, int right, int bottom)
    {
        Rgb24Image mask = new(32, 24);
        for (int i = 0; i < mask.Pixels.Length; i++)
        {
            (int x, int y) = (i / 3 % 32, i / 96);
            mask.Pixels[i] = x >= left && x < right && y >= top && y < bottom ? (byte)255 : (byte)0;
        }

        return mask;
    }
}
