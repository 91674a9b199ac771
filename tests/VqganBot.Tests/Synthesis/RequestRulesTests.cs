using VqganBot.Generation.Synthesis;

namespace VqganBot.Tests.Synthesis;

public sealed class RequestRulesTests
{
    private static readonly PaintingRequest Sound = new() { Prompt = "x", Steps = 3 };

    public static TheoryData<string, PaintingRequest> Unsound => new()
    {
        { "steps", Sound with { Steps = 0 } },
        { "steps", Sound with { Steps = -1 } },
        { "steps", Sound with { Steps = int.MaxValue } },
        { "cutouts", Sound with { Settings = new PaintingSettings { CutoutCount = 0 } } },
        { "cutouts", Sound with { Settings = new PaintingSettings { CutoutCount = 100_000 } } },
        { "learning rate", Sound with { Settings = new PaintingSettings { LearningRate = double.NaN } } },
        { "learning rate", Sound with { Settings = new PaintingSettings { LearningRate = 0 } } },
        { "learning rate", Sound with { Settings = new PaintingSettings { LearningRate = double.PositiveInfinity } } },
        { "init picture", Sound with { Settings = new PaintingSettings { InitWeight = double.NaN } } },
        { "latent's norm", Sound with { Settings = new PaintingSettings { LatentNormWeight = -1 } } },
        { "learning-rate drop", Sound with { Settings = new PaintingSettings { LearningRateDrops = [0.5, 75] } } },
        { "average", Sound with { Settings = new PaintingSettings { LatentAverageDecay = 1 } } },
        { "hue", Sound with { Settings = new PaintingSettings { Augmentation = new AugmentationSettings { Hue = 3 } } } },
        { "perspective", Sound with { Settings = new PaintingSettings { WideAugmentation = new AugmentationSettings { PerspectiveScale = 1 } } } },
        { "noise prompt", Sound with { NoisePrompts = [new NoisePrompt(1, double.NaN)] } },
    };

    [Fact]
    public void Check_SoundRequest_Passes() => RequestRules.Check(Sound);

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Check_OutOfRange_NamesWhatAndTheRange(string named, PaintingRequest request)
    {
        PaintingRequestException exception = Assert.Throws<PaintingRequestException>(() => RequestRules.Check(request));
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        Assert.Contains("between", exception.Message, StringComparison.Ordinal);
    }
}
