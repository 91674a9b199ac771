using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Generation.Tests.Synthesis.Features;

public sealed class ClipEnsembleTests(FeatureFixture fixture) : IClassFixture<FeatureFixture>
{
    [Fact]
    public void Advance_TwoClipsOfDifferentResolution_CountByTheirWeights()
    {
        using ModelPack pack = TinyPack.Create(2);
        Assert.NotEqual(pack.Clips[0].Config.InputResolution, pack.Clips[1].Config.InputResolution);
        double First(params double[] weights)
        {
            using Painting painting = new Painter(pack).Start(fixture.Small with { Settings = fixture.Small.Settings with { ClipWeights = weights } });
            return painting.Advance().Loss;
        }

        double[] alone = [First(1, 1e-3), First(1e-3, 1)];
        Assert.True(Math.Abs(alone[0] - alone[1]) > 0.005);
        Assert.Equal((alone[0] + alone[1]) / 2, First(), 4);
        Assert.Equal(First(), First(5, 5), 4);
        Assert.Equal(((3 * alone[0]) + alone[1]) / 4, First(3, 1), 2);
    }

    [Fact]
    public void Start_WithAGuest_PaintsAsAPackOfBoth_AndResumesOnlyWithIt()
    {
        using ModelPack both = TinyPack.Create(2);
        using Painting together = new Painter(both).Start(fixture.Small);
        PaintingTests.Finish(together);

        GuestClip guest = new("second", both.Clips[1], both.Tokenizer);
        PaintingRequest request = fixture.Small with { Clips = ["second"] };
        Painter painter = new(fixture.Pack, [guest]);
        using Painting invited = painter.Start(request);
        PaintingTests.Finish(invited);
        Assert.Equal(together.Render().Pixels, invited.Render().Pixels);

        string state = Path.GetTempFileName();
        invited.Save(state);
        using Painting resumed = painter.Resume(state, 8);
        Assert.Equal(6, resumed.Step);
        Assert.Contains("second", Assert.Throws<PaintingRequestException>(() => new Painter(fixture.Pack).Resume(state, 8)).Message, StringComparison.Ordinal);
        File.Delete(state);
    }

    [Fact]
    public void Start_WithAnotherNumberOfWeightsThanClips_SaysHowMany()
    {
        PaintingRequest request = fixture.Small with { Settings = fixture.Small.Settings with { ClipWeights = [1, 1] } };
        Assert.Contains("2 weights", Assert.Throws<PaintingRequestException>(() => new Painter(fixture.Pack).Start(request)).Message, StringComparison.Ordinal);
    }
}
