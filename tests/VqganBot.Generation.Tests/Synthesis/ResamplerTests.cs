using TorchSharp;
using VqganBot.Generation.Synthesis;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

public sealed class ResamplerTests
{
    [Fact]
    public void LowPass_HalfTheSize_HasTheLanczosWindowsSamples()
    {
        // sinc(x)·sinc(x/2) at ±1.5, ±1, ±0.5 and 0, over their sum.
        double[] half = [1, 0.57315917, 0, -0.06368435];
        double sum = half[0] + (2 * half[1]) + (2 * half[2]) + (2 * half[3]);
        float[] kernel = Resampler.LowPass(0.5);
        Assert.Equal(7, kernel.Length);
        for (int i = 0; i < 7; i++)
            Assert.Equal(half[Math.Abs(i - 3)] / sum, kernel[i], 5);
    }

    [Theory]
    [InlineData(24, 20, 8, 8)]
    [InlineData(7, 9, 16, 16)]
    [InlineData(20, 7, 8, 16)]
    public void Resample_OneColour_StaysThatColour(long h, long w, long height, long width)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor resampled = Resampler.Resample(full([2, 3, h, w], 0.25), height, width);
        Assert.Equal([2, 3, height, width], resampled.shape);
        Assert.InRange((resampled - 0.25).abs().max().item<float>(), 0, 1e-5f);
    }

    [Fact]
    public void Crop_OfTheCutSize_IsThatSquareItself()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor image = rand([1, 3, 12, 10]);
        Tensor crop = OriginalCutouts.Crop(image, 5, 2, 6, 5);
        Assert.Equal(Values.Of(image.narrow(2, 6, 5).narrow(3, 2, 5)), Values.Of(crop));
    }
}
