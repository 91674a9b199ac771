using TorchSharp;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis.Features;

public sealed class TilingTests(FeatureFixture fixture) : IClassFixture<FeatureFixture>
{
    private PaintingRequest Request => fixture.Small with
    {
        Width = 48, Height = 32, Settings = fixture.Small.Settings with { Tile = true, InitialLatent = InitialLatentKind.RandomCodes },
    };

    [Fact]
    public void Advance_Tiled_HasNoSeam()
    {
        using Painting tile = fixture.Painted(Request), plain = fixture.Painted(Request with { Settings = Request.Settings with { Tile = false } });
        Assert.Equal((48, 32), (tile.Render().Width, tile.Render().Height));
        Assert.InRange(Seam(tile.Render()), 0.5, 1.25);
        Assert.True(Seam(plain.Render()) > 1.5);
    }

    [Fact]
    public void Draw_OfAShiftedLatent_IsTheShiftedPicture()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        using VqganDrawer drawer = new(fixture.Pack.Vqgan);
        Tensor codes = drawer.Random(new PaintingRandom(3), 8, 12);
        Tensor here = Tiling.Draw(drawer, codes, TinyPack.Factor), there = Tiling.Draw(drawer, codes.roll([5L, 7L], [2L, 3L]), TinyPack.Factor);
        Tensor expected = here.roll([5L * TinyPack.Factor, 7L * TinyPack.Factor], [2L, 3L]);
        Assert.InRange((there - expected).abs().mean().item<float>() / expected.std().item<float>(), 0, 0.02);
    }

    [Fact]
    public void Roll_KeepsEveryPixelAndTakesAnotherPlaceInEachStep()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor image = arange(0, 12 * 8, float32).view(1, 1, 12, 8);
        Tensor[] rolled = [.. Enumerable.Range(0, 5).Select(step => Tiling.Roll(image, new PaintingRandom(3), step))];
        Assert.All(rolled, picture => Assert.Equal(Values.Of(image), Values.Of(picture).Order()));
        Assert.Equal(5, rolled.Select(picture => Values.Of(picture)[0]).Distinct().Count());
    }

    [Fact]
    public void Resume_PaintsTheSame() => Assert.Equal(fixture.Pixels(Request), fixture.PixelsInTwoSittings(Request, 3));

    // How much more neighbours differ across the edges than within, the worse direction of the two.
    private static double Seam(Rgb24Image picture)
    {
        int w = picture.Width, h = picture.Height;
        double across = Enumerable.Range(0, w - 1).Average(x => Columns(picture, x, x + 1));
        double down = Enumerable.Range(0, h - 1).Average(y => Rows(picture, y, y + 1));
        return Math.Max(Columns(picture, w - 1, 0) / across, Rows(picture, h - 1, 0) / down);
    }

    private static double Columns(Rgb24Image picture, int a, int b) =>
        Enumerable.Range(0, 3 * picture.Height).Average(i => Math.Abs((double)picture.Pixels[(i / 3 * picture.Width * 3) + (3 * a) + (i % 3)] - picture.Pixels[(i / 3 * picture.Width * 3) + (3 * b) + (i % 3)]));

    private static double Rows(Rgb24Image picture, int a, int b) =>
        Enumerable.Range(0, 3 * picture.Width).Average(i => Math.Abs((double)picture.Pixels[(a * picture.Width * 3) + i] - picture.Pixels[(b * picture.Width * 3) + i]));
}
