using TorchSharp;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis.Features;

public sealed class TransparencyTests(FeatureFixture fixture) : IClassFixture<FeatureFixture>
{
    private PaintingRequest Request => fixture.Small with { Settings = fixture.Small.Settings with { Transparent = true } };

    [Theory]
    [InlineData(DrawerKind.Vqgan)]
    [InlineData(DrawerKind.Pixel)]
    public void Render_OfATransparentPainting_IsItsLayersOverWhite(DrawerKind drawer)
    {
        using Painting painting = fixture.Painted(Request with { Settings = Request.Settings with { Drawer = drawer, PixelSize = 4 } });
        Assert.True(painting.IsTransparent);
        Rgba32Image layers = painting.RenderTransparent();
        byte[] solid = [.. Enumerable.Range(0, layers.Width * layers.Height).Select(i => layers.Pixels[(4 * i) + 3])];
        Assert.True(solid.Min() < 40 && solid.Max() > 200);
        byte[] flat = painting.Render().Pixels;
        for (int i = 0; i < flat.Length; i++)
        {
            double alpha = solid[i / 3] / 255.0;
            Assert.Equal((layers.Pixels[(i / 3 * 4) + (i % 3)] * alpha) + (255 * (1 - alpha)), flat[i], 1.6);
        }
    }

    [Fact]
    public void Advance_WithMoreWeightOnClearness_LeavesLessSolid()
    {
        PaintingRequest longer = Request with { Steps = 20 };
        double Solid(double weight)
        {
            using Painting painting = fixture.Painted(longer with { Settings = longer.Settings with { SolidWeight = weight } });
            return painting.RenderTransparent().Pixels.Where((_, i) => i % 4 == 3).Average(value => (double)value);
        }

        Assert.True(Solid(10) < 0.5 * Solid(0));
    }

    [Fact]
    public void Over_ASolidImage_HidesTheGround_AndAClearOneShowsAnotherInEachStep()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor solid = (ones([1, 4, 16, 16]) * 0.25) + tensor([0f, 0f, 0f, 0.75f], new long[] { 1, 4, 1, 1 });
        Assert.All(Values.Of(Backdrop.Over(solid, Backdrop.Ground(solid, new PaintingRandom(3), 5))), value => Assert.Equal(0.25f, value, 5));
        Tensor clear = zeros([1, 4, 16, 16]);
        float[][] grounds = [.. Enumerable.Range(0, 4).Select(step => Values.Of(Backdrop.Over(clear, Backdrop.Ground(clear, new PaintingRandom(3), step))))];
        Assert.Equal(4, grounds.Select(ground => ground[0]).Distinct().Count());
        Assert.Equal(3, grounds[0].Distinct().Count());
        Assert.True(grounds[3].Distinct().Count() > 100);
    }

    [Fact]
    public void Resume_PaintsTheSame_TransparencyIncluded()
    {
        using Painting whole = fixture.Painted(Request), resumed = new Painter(fixture.Pack).Resume(fixture.SaveAt(Request, 3));
        PaintingTests.Finish(resumed);
        Assert.Equal(whole.RenderTransparent().Pixels, resumed.RenderTransparent().Pixels);
    }
}
