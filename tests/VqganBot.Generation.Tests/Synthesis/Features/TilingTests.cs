using TorchSharp;
using VqganBot.Generation.Synthesis;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis.Features;

public sealed class TilingTests(FeatureFixture fixture) : IClassFixture<FeatureFixture>
{
    private PaintingRequest Request => fixture.Small with
    {
        Width = 48, Height = 32, Settings = fixture.Small.Settings with { Tile = true, InitialLatent = InitialLatentKind.RandomCodes },
    };

    [Fact]
    public void Draw_OfATile_IsNearerToTheMiddleOfManyTilesThanThePictureAlone()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        using VqganDrawer drawer = new(fixture.Pack.Vqgan);
        Tensor codes = drawer.Random(new PaintingRandom(3), 8, 12);
        Tensor middle = drawer.Draw(codes.repeat(1, 1, 3, 3)).narrow(2, 32, 32).narrow(3, 48, 48);
        Assert.True(Edges(Tiling.Draw(drawer, codes, TinyPack.Factor) - middle) < 0.6 * Edges(drawer.Draw(codes) - middle));
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

    // The columns and rows at the border of the picture.
    private static float Edges(Tensor picture) => cat([
        picture.narrow(2, 0, 1).flatten(), picture.narrow(2, picture.shape[2] - 1, 1).flatten(),
        picture.narrow(3, 0, 1).flatten(), picture.narrow(3, picture.shape[3] - 1, 1).flatten()], 0).abs().mean().item<float>();
}
