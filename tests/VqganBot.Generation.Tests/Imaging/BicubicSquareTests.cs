using TorchSharp;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class BicubicSquareTests
{
    // Where the square begins is torchvision's CenterCrop: round((length − side) / 2), halves to the even number.
    [Theory]
    [InlineData(50, 37, 16, 21, 16, 2, 0)]
    [InlineData(37, 50, 16, 16, 21, 0, 2)]
    [InlineData(40, 37, 16, 17, 16, 0, 0)]
    [InlineData(30, 44, 30, 30, 44, 0, 7)]
    [InlineData(19, 9, 32, 67, 32, 18, 0)]
    [InlineData(64, 64, 224, 224, 224, 0, 0)]
    public void BicubicSquare_OfAnyPicture_IsTheMiddleOfWhatLibtorchMakesOfIt(int width, int height, int side, int resizedWidth, int resizedHeight, int left, int top)
    {
        // The values stay in the middle of the range, for sums outside it are cut between the two passes.
        Rgb24Image picture = Pictures.Noise(width, height, seed: 3);
        for (int i = 0; i < picture.Pixels.Length; i++)
            picture.Pixels[i] = (byte)(80 + picture.Pixels[i] / 3);
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor resized = torch.nn.functional.interpolate(PictureTensor.From(picture, torch.CPU), [resizedHeight, resizedWidth], null, torch.InterpolationMode.Bicubic, false, antialias: true);
        Rgb24Image expected = PictureTensor.To(resized.narrow(2, top, side).narrow(3, left, side));

        Rgb24Image square = ImageResizer.BicubicSquare(picture, side);

        Assert.Equal((side, side), (square.Width, square.Height));
        int largest = square.Pixels.Zip(expected.Pixels, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(largest <= 1, $"A pixel differs by {largest}.");
    }

    [Fact]
    public void BicubicSquare_OfASquareOfThatSize_IsThePictureItself()
    {
        Rgb24Image picture = Pictures.Noise(16, 16, seed: 1);

        Assert.Same(picture, ImageResizer.BicubicSquare(picture, 16));
    }

    [Theory]
    [InlineData(2_000_000, 1)]
    [InlineData(1, 2_000_000)]
    public void BicubicSquare_OfAStrip_AllocatesNoMoreThanItsSquareNeeds(int width, int height)
    {
        Rgb24Image strip = Pictures.Plain(width, height, 10, 200, 255);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Rgb24Image square = ImageResizer.BicubicSquare(strip, 64);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
        Assert.Equal(Pictures.Plain(64, 64, 10, 200, 255).Pixels, square.Pixels);
    }
}
