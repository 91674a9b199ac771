using TorchSharp;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis.Features;

public sealed class ImageLossTests(FeatureFixture fixture) : IClassFixture<FeatureFixture>
{
    private static readonly Colour[] Flag = [new(0, 0, 128), new(255, 215, 0), new(255, 255, 255)];

    // Cells are painted here, which can take any colour: random networks cannot.
    private PaintingRequest Request => fixture.Small with
    {
        Steps = 25, Settings = fixture.Small.Settings with { Drawer = DrawerKind.Pixel, PixelSize = 4, LearningRate = 0.1, InitialLatent = InitialLatentKind.RandomCodes },
    };

    public static TheoryData<string, ImageLossSettings, double> Asked => new()
    {
        { nameof(Palette), new ImageLossSettings { Palette = [.. Flag.Select(colour => colour.ToString())], PaletteWeight = 10 }, 0.5 },
        { nameof(SymmetryAxis.LeftRight), new ImageLossSettings { Symmetry = SymmetryAxis.LeftRight, SymmetryWeight = 10 }, 0.5 },
        { nameof(SymmetryAxis.TopBottom), new ImageLossSettings { Symmetry = SymmetryAxis.TopBottom, SymmetryWeight = 10 }, 0.5 },
        { "Greyness", new ImageLossSettings { SaturationWeight = 10 }, 0.8 },
        { "Colourfulness", new ImageLossSettings { SaturationWeight = -10 }, 0.5 },
        { "Steepness", new ImageLossSettings { SmoothnessWeight = 10 }, 0.5 },
        { "Frame", new ImageLossSettings { EdgeColour = "gold", EdgeWidth = 0.2, EdgeWeight = 10 }, 0.5 },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void Advance_WithALoss_LowersWhatItMeasures(string measure, ImageLossSettings losses, double share)
    {
        using Painting free = fixture.Painted(Request), asked = fixture.Painted(Request with { Settings = Request.Settings with { ImageLosses = losses } });
        Assert.InRange(Measure(measure, asked.Render()), 0, share * Measure(measure, free.Render()));
    }

    [Fact]
    public void Advance_PaletteOnly_PaintsNoOtherColour()
    {
        using Painting painting = fixture.Painted(Request with
        {
            Settings = Request.Settings with { ImageLosses = new ImageLossSettings { Palette = ["navy", "gold", "white"], PaletteWeight = 0, PaletteOnly = true } },
        });
        Assert.Equal(0, Measure(nameof(Palette), painting.Render()));
    }

    [Fact]
    public void Smoothness_KeepingEdges_ChargesAStepLessThanASlopeOfTheSameHeight()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor slope = linspace(0, 1, 9).view(1, 1, 1, 9).expand(1, 3, 4, 9), step = slope.ge(0.5).to(float32);
        Assert.Equal(new SmoothnessLoss(1, false).Of(slope).item<float>(), new SmoothnessLoss(1, false).Of(step).item<float>(), 3);
        Assert.True(new SmoothnessLoss(1, true).Of(step).item<float>() < 0.7 * new SmoothnessLoss(1, true).Of(slope).item<float>());
    }

    [Fact]
    public void EveryLoss_OnAFlatGreyPicture_HasAFiniteGradient()
    {
        using DisposeScope scope = NewDisposeScope();
        ImageLossSettings all = new() { Palette = ["#808080"], Symmetry = SymmetryAxis.Both, SaturationWeight = 1, SmoothnessWeight = 1, EdgeColour = "#808080" };
        IReadOnlyList<IImageLoss> losses = ImageLosses.Of(all);
        Assert.Equal(5, losses.Count);
        Tensor image = full([1, 3, 8, 8], 128f / 255).requires_grad_(true);
        foreach (IImageLoss loss in losses)
            loss.Of(image).backward();
        Assert.All(Values.Of(image.grad!), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Resume_WithEveryLoss_PaintsTheSame()
    {
        PaintingRequest request = fixture.Small with
        {
            Settings = fixture.Small.Settings with
            {
                ImageLosses = new() { Palette = ["navy", "gold"], Symmetry = SymmetryAxis.Both, SaturationWeight = 0.5, SmoothnessWeight = 1, SmoothnessKeepsEdges = true, EdgeColour = "white" },
            },
        };
        byte[] whole = fixture.Pixels(request);
        Assert.Equal(whole, fixture.PixelsInTwoSittings(request, 2));
        Assert.NotEqual(whole, fixture.Pixels(fixture.Small));
    }

    // Measured on the bytes, without what the losses are made of.
    private static double Measure(string measure, Rgb24Image picture)
    {
        double sum = 0;
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                Colour here = At(picture, x, y);
                sum += measure switch
                {
                    nameof(Palette) => Flag.Min(colour => Distance(here, colour)),
                    nameof(SymmetryAxis.LeftRight) => Distance(here, At(picture, picture.Width - 1 - x, y)),
                    nameof(SymmetryAxis.TopBottom) => Distance(here, At(picture, x, picture.Height - 1 - y)),
                    "Colourfulness" => Colourful(here),
                    "Greyness" => 255 - Colourful(here),
                    "Steepness" => Distance(here, At(picture, Math.Max(0, x - 1), y)) + Distance(here, At(picture, x, Math.Max(0, y - 1))),
                    _ => x is >= 4 and < 28 && y is >= 4 and < 20 ? 0 : Distance(here, Flag[1]),
                };
            }
        }

        return sum;
    }

    private static double Colourful(Colour c) => Math.Max(c.R, Math.Max(c.G, c.B)) - Math.Min(c.R, Math.Min(c.G, c.B));

    private static double Distance(Colour a, Colour b) => Math.Sqrt(Math.Pow(a.R - b.R, 2) + Math.Pow(a.G - b.G, 2) + Math.Pow(a.B - b.B, 2));

    private static Colour At(Rgb24Image picture, int x, int y)
    {
        int i = 3 * ((y * picture.Width) + x);
        return new Colour(picture.Pixels[i], picture.Pixels[i + 1], picture.Pixels[i + 2]);
    }
}
