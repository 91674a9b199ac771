using VqganBot.Generation.Synthesis;

namespace VqganBot.Tests.Synthesis;

public sealed class ColourJitterTests
{
    private static readonly AugmentationSettings All = new() { JitterProbability = 1, Brightness = 0.1, Contrast = 0.2, Saturation = 0.5, Hue = 0.5 };

    [Fact]
    public void Draw_NumbersInTheMiddle_LeaveTheColours() =>
        AssertColour([0.9, 0.2, 0.4], All, [0, 0.5f, 0.5f, 0.5f, 0.5f], [0.9, 0.2, 0.4]);

    [Fact]
    public void Draw_ProbabilityMissed_LeavesTheColours() =>
        AssertColour([0.9, 0.2, 0.4], All with { JitterProbability = 0.5 }, [0.6f, 1, 1, 1, 1], [0.9, 0.2, 0.4]);

    [Fact]
    public void Draw_BrightnessAndContrast_AddThenMultiply() =>
        AssertColour([0.4, 0.2, 0.6], All with { Saturation = 0, Hue = 0 }, [0, 1, 1, 0.5f, 0.5f], [0.6, 0.36, 0.84]);

    [Fact]
    public void Draw_NoSaturation_LeavesRec601Grey() =>
        AssertColour([1, 0, 0], All with { Saturation = 1, Brightness = 0, Contrast = 0, Hue = 0 }, [0, 0.5f, 0.5f, 0, 0.5f], [0.299, 0.299, 0.299]);

    [Fact]
    public void Draw_HueByAThird_TurnsRedToGreen() =>
        AssertColour([1, 0, 0], All with { Hue = 1.0 / 3, Saturation = 0, Brightness = 0, Contrast = 0 }, [0, 0.5f, 0.5f, 0.5f, 1], [0, 1, 0]);

    [Fact]
    public void Draw_AnyHue_LeavesGreys() =>
        AssertColour([0.3, 0.3, 0.3], All with { Brightness = 0, Contrast = 0 }, [0, 0.5f, 0.5f, 0.9f, 0.77f], [0.3, 0.3, 0.3]);

    private static void AssertColour(double[] colour, AugmentationSettings settings, float[] numbers, double[] expected)
    {
        (double[] matrix, double[] offset) = ColourJitter.Draw(settings, numbers);
        for (int row = 0; row < 3; row++)
            Assert.Equal(expected[row], Enumerable.Range(0, 3).Sum(column => matrix[(3 * row) + column] * colour[column]) + offset[row], 6);
    }
}
