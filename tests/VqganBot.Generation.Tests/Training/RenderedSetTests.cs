using VqganBot.Training.Data;
using VqganBot.Training.Toybox;
using Xunit;

namespace VqganBot.Generation.Tests.Training;

public sealed class RenderedSetTests : IDisposable
{
    private readonly TrainingFolder _folder = new();

    [Fact]
    public void Render_SameSeed_GivesTheSamePixels()
    {
        for (var seed = 0ul; seed < 30; seed++)
            Assert.Equal(ToyRenderer.Render(ToyWorld.Draw(seed)).Pixels, ToyRenderer.Render(ToyWorld.Draw(seed)).Pixels);
    }

    [Fact]
    public void Render_PixelArt_IsMadeOfBlocks()
    {
        var picture = Enumerable.Range(0, 1000).Select(seed => ToyWorld.Draw((ulong)seed)).First(p => p.Style == ToyStyle.PixelArt && p.Things.Count == 1);
        var image = ToyRenderer.Render(picture);

        for (var y = 0; y < 64; y++)
        {
            for (var x = 0; x < 64; x++)
                Assert.Equal(image.Pixels[((((y & ~1) * 64) + (x & ~1)) * 3) + 1], image.Pixels[(((y * 64) + x) * 3) + 1]);
        }
    }

    [Fact]
    public void Read_WrittenSet_GivesTheRendersOfItsSeeds()
    {
        using var set = RenderedSet.Open(_folder.Set);
        var pixels = new byte[RenderedSet.PictureBytes];
        set.Read(7, pixels);

        Assert.Equal(TrainingFolder.Pictures, set.Count);
        Assert.Equal(ToyWorld.Draw(1_000_007).Things, set.Picture(7).Things);
        Assert.Equal(ToyRenderer.Render(ToyWorld.Draw(1_000_007)).Pixels, pixels);
    }

    [Fact]
    public void Open_SetOfAnotherWorld_IsRefused()
    {
        var bytes = File.ReadAllBytes(_folder.Set);
        bytes[40] ^= 1;
        File.WriteAllBytes(_folder.Set, bytes);

        var error = Assert.Throws<InvalidDataException>(() => RenderedSet.Open(_folder.Set));
        Assert.Contains("another version", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(64)]
    [InlineData(100_000)]
    public void Open_TruncatedSet_IsRefused(int length)
    {
        File.WriteAllBytes(_folder.Set, File.ReadAllBytes(_folder.Set)[..length]);

        Assert.Throws<InvalidDataException>(() => RenderedSet.Open(_folder.Set));
    }

    public void Dispose() => _folder.Dispose();
}
