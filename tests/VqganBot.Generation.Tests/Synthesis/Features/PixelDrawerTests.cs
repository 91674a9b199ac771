using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Synthesis.Features;

public sealed class PixelDrawerTests(FeatureFixture fixture) : IClassFixture<FeatureFixture>
{
    private PaintingRequest Request => fixture.Small with { Settings = fixture.Small.Settings with { Drawer = DrawerKind.Pixel, PixelSize = 4 } };

    [Fact]
    public void Advance_PaintsInCellsOfOneColour()
    {
        using Painting painting = fixture.Painted(Request);
        Rgb24Image picture = painting.Render();
        Assert.Equal((32, 24), (picture.Width, picture.Height));
        HashSet<(byte, byte, byte)> colours = [];
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                Assert.Equal(At(picture, x / 4 * 4, y / 4 * 4), At(picture, x, y));
                colours.Add(At(picture, x, y));
            }
        }

        Assert.InRange(colours.Count, 20, 48);
    }

    [Fact]
    public void Advance_BringsTheLossDown()
    {
        using Painting painting = new Painter(fixture.Pack).Start(Request with
        {
            Steps = 30,
            Settings = new PaintingSettings { Drawer = DrawerKind.Pixel, PixelSize = 4, LearningRate = 0.05, CutoutMethod = CutoutMethod.Pooling, CutoutCount = 1 },
        });
        double first = painting.Advance().Loss;
        Assert.True(PaintingTests.Finish(painting).Loss < first - 0.01);
    }

    [Fact]
    public void Start_SizeBetweenCells_RoundsToCellsOfThePixelSizeAndNotOfTheModel()
    {
        using Painting painting = new Painter(fixture.Pack).Start(Request with { Width = 33, Height = 29, Settings = Request.Settings with { PixelSize = 5 } });
        Assert.Equal((30, 25), (painting.Width, painting.Height));
    }

    [Fact]
    public void Resume_PaintsTheSame() => Assert.Equal(fixture.Pixels(Request), fixture.PixelsInTwoSittings(Request, 3));

    [Fact]
    public void Vary_BeginsFromTheOther()
    {
        string state = fixture.SaveAt(Request, 6);
        using Painting near = new Painter(fixture.Pack).Vary(state, 0.1, Request), far = new Painter(fixture.Pack).Vary(state, 1, Request);
        byte[] parent = fixture.Pixels(Request);
        Assert.True(Distance(parent, near.Render().Pixels) < Distance(parent, far.Render().Pixels) / 2);
    }

    private static (byte, byte, byte) At(Rgb24Image picture, int x, int y)
    {
        int i = 3 * ((y * picture.Width) + x);
        return (picture.Pixels[i], picture.Pixels[i + 1], picture.Pixels[i + 2]);
    }

    private static double Distance(byte[] a, byte[] b) => a.Zip(b, (x, y) => Math.Abs((double)x - y)).Sum();
}
