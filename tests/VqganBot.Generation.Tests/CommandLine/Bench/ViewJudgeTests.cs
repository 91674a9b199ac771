using VqganBot.CommandLine.Bench;
using VqganBot.Generation.Classification;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.CommandLine;

public sealed class ViewJudgeTests
{
    [Fact]
    public void Similarity_OfAPictureThatLooksTheSameFromEverywhere_IsItsCosine()
    {
        using var pack = Synthesis.TinyPack.Create();
        using var clip = ClipEmbedder.Of(pack);
        var judge = new ViewJudge(clip);
        var grey = new Rgb24Image(24, 24, [.. Enumerable.Repeat<byte>(90, 24 * 24 * 3)]);

        var one = UnitVector.Dot(clip.Picture(grey), clip.Text("a star"));
        var other = UnitVector.Dot(clip.Picture(grey), clip.Text("a fish"));
        Assert.Equal(one, judge.Similarity(grey, judge.Read("a star")), tolerance: 1e-5);
        // What pushes away is no measure of nearness; of the rest each counts by its weight.
        Assert.Equal((0.75 * one) + (0.25 * other), judge.Similarity(grey, judge.Read("a star:3 | a fish:1 | fog:-1")), tolerance: 1e-5);
    }

    [Fact]
    public void Similarity_OfOnePicture_IsTheSameAgain_AndTakenFromOtherViewsThanTheWhole()
    {
        using var pack = Synthesis.TinyPack.Create();
        using var clip = ClipEmbedder.Of(pack);
        var half = new Rgb24Image(24, 24, [.. Enumerable.Range(0, 24 * 24 * 3).Select(i => (byte)(i % 72 < 36 ? 0 : 255))]);

        var words = new ViewJudge(clip).Read("a star");
        var similarity = new ViewJudge(clip).Similarity(half, words);
        Assert.Equal(similarity, new ViewJudge(clip).Similarity(half, words));
        Assert.NotEqual(UnitVector.Dot(clip.Picture(half), clip.Text("a star")), similarity, tolerance: 1e-5);
    }

    [Fact]
    public void TimedPainting_StopsItsClockWhileItIsJudged()
    {
        using var pack = Synthesis.TinyPack.Create();
        var clock = new StandingClock();
        var request = new PaintingRequest { Prompt = "a star", Width = 16, Height = 16, Steps = 5, Settings = Presets.Get("crowson") with { CutoutCount = 1 } };

        var trail = new TimedPainting(new Painter(pack), new BenchDevice(pack.Device, PrecisionChoice.Float32), clock).Run(request, _ => clock.Judge(), period: 2);

        Assert.Equal([0, 2, 4, 5], trail.Moments.Select(moment => moment.Step));
        // Each span that is timed has one tick: the start, each step so far, and the picture at hand.
        Assert.Equal([2.0, 4, 6, 7], trail.Moments.Select(moment => moment.Seconds));
    }

    // A second passes between two looks at it; a thousand while a picture is judged.
    private sealed class StandingClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds++;

        public double Judge()
        {
            _seconds += 1000;
            return 0;
        }
    }
}
