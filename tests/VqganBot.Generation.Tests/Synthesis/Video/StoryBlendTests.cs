using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Generation.Tests.Synthesis;

public sealed class StoryBlendTests : IDisposable
{
    // A picture that stands still and is always seen alike: what changes is the story alone.
    private static readonly PaintingRequest Standing = new()
    {
        Prompt = "a sea | a boat:0.5 ^ a wood", Width = 16, Height = 16, Steps = 12, Seed = 3, NoisePrompts = [new NoisePrompt(9)],
        Settings = new PaintingSettings { LearningRate = 1e-6, CutoutMethod = CutoutMethod.Pooling, CutoutCount = 1, StoryBlendSteps = 3 },
    };

    private readonly ModelPack _pack = TinyPack.Create();

    public void Dispose() => _pack.Dispose();

    [Fact]
    public void Advance_WhilePhrasesChange_OneGoesAsTheOtherComes()
    {
        using Painting painting = new Painter(_pack).Start(Standing);
        IReadOnlyList<double>[] losses = [.. Enumerable.Range(0, 12).Select(_ => painting.Advance().PromptLosses)];

        IReadOnlyList<double> former = losses[5], present = losses[9];
        Assert.Equal((3, 2), (former.Count, present.Count));
        for (int i = 0; i < 3; i++)
        {
            double share = (i + 1) / 4.0;
            double[] expected = [former[0] * (1 - share), former[1] * (1 - share), present[0] * share, present[1]];
            Assert.Equal(4, losses[6 + i].Count);
            Assert.All(expected.Zip(losses[6 + i]), pair => Assert.Equal(pair.First, pair.Second, 4));
        }
    }

    [Fact]
    public void Advance_WithABlend_PaintsAnotherPictureThanAHardChange()
    {
        PaintingRequest moving = Standing with { Settings = Standing.Settings with { LearningRate = 0.3 } };
        byte[] soft = Painted(moving), hard = Painted(moving with { Settings = moving.Settings with { StoryBlendSteps = 0 } });
        Assert.NotEqual(soft, hard);
        Assert.Equal(soft, Painted(moving));
    }

    private byte[] Painted(PaintingRequest request)
    {
        using Painting painting = new Painter(_pack).Start(request);
        PaintingTests.Finish(painting);
        return painting.Render().Pixels;
    }
}
