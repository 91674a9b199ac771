using TorchSharp;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Tests.TestKit;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Synthesis;

[Collection(LiveTensors.Name)]
public sealed class FilmPainterTests : IDisposable
{
    private static readonly FrameMove Move = new(1.1, 3, 1, 0);

    private static readonly PaintingRequest Small = new()
    {
        Prompt = "a sea ^ a wood | blurry:-0.3", Width = 32, Height = 24, Steps = 5, Seed = 11, Model = "tiny",
        Settings = Presets.Get("best") with { CutoutCount = 3, StoryBlendSteps = 4, StepsPerPhrase = 6 },
    };

    private static readonly PaintingRequest WithPrompt = Small with { ImagePrompts = [new ImagePrompt(PaintingTests.Noise(16, 16), 0.5)] };

    private readonly TemporaryFolder _place = new();
    private readonly ModelPack _pack = TinyPack.Create();

    public void Dispose()
    {
        _pack.Dispose();
        _place.Dispose();
    }

    [Fact]
    public void Paint_BeginsWithThePictureThatImaginePaints_AndGoesOnFromIt()
    {
        FilmFolder film = Paint("film", FilmPlan.OfPainting(Small, 5, 3, Move, 0.1, 0.4), null);

        using Painting alone = new Painter(_pack).Start(Small with { Prompt = "a sea" });
        PaintingTests.Finish(alone);
        byte[][] frames = Frames(film, 5);
        Assert.Equal(alone.Render().Pixels, frames[0]);
        Assert.Equal(5, frames.Select(Convert.ToHexString).Distinct().Count());
        Assert.False(File.Exists(film.Frame(6)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Paint_StoppedAnywhere_GivesTheSameFrames(bool overPictures)
    {
        FilmPlan plan = overPictures ? Over() : Grown();
        Func<int, IEnumerable<Rgb24Image>>? pictures = overPictures ? Sources : null;
        byte[][] whole = Frames(Paint("whole", plan, pictures), plan.FrameCount);

        // Stopped before the first step and after each, borders of frames and the first picture's steps among them.
        FilmFolder folder = Folder("parts");
        FilmOutcome outcome;
        int sittings = 0;
        do
        {
            using ModelPack pack = TinyPack.Create();
            int steps = 0, most = sittings == 0 ? 0 : 1;
            // What a request carries in memory alone must come back from the state.
            FilmPlan read = sittings++ == 0 ? plan : plan with { First = plan.First is null ? null : Bare(plan.First), Frames = Bare(plan.Frames) };
            outcome = new FilmPainter(new Painter(pack), read, folder, pictures).Paint(() => steps == most, _ => steps++);
        }
        while (!outcome.Finished);

        Assert.Equal(plan.Steps + 1, sittings);
        Assert.Equal(plan.FrameCount, outcome.Frames);
        Assert.Equal(whole, Frames(folder, plan.FrameCount));
    }

    [Fact]
    public void Paint_WithAMove_BeginsEachFrameWithTheFormerOneMoved()
    {
        // Steps of no length and no memory of other frames: only the move is left.
        FilmPlan plan = FilmPlan.OfPainting(Small, 3, 1, Move, 1e-6, 0);
        byte[][] frames = Frames(Paint("film", plan, null), 3);

        Assert.Equal(Redrawn(Move.Apply(new Rgb24Image(32, 24, frames[0]))), frames[1]);
        Assert.Equal(Redrawn(Move.Apply(new Rgb24Image(32, 24, frames[1]))), frames[2]);
    }

    [Fact]
    public void Paint_OverPictures_StaysNearerToThemTheMoreItIsHeld()
    {
        double free = Distance("free", 0), held = Distance("held", 1e5);
        Assert.True(held < free / 2, $"held {held}, free {free}");
    }

    [Fact]
    public void Paint_OverPicturesThatFlicker_ChangesLessTheCalmerItIs()
    {
        double restless = Flicker("restless", 0), calm = Flicker("calm", 0.9);
        Assert.True(calm < restless * 0.7, $"calm {calm}, restless {restless}");
    }

    [Fact]
    public void Paint_WhenThePicturesEndSooner_EndsThere()
    {
        FilmFolder folder = Folder("film");
        FilmOutcome outcome = new FilmPainter(new Painter(_pack), Over(), folder, first => Sources(first).Take(3 - first)).Paint(() => false, _ => { });
        Assert.Equal(new FilmOutcome(3, true), outcome);
        Assert.False(File.Exists(folder.Frame(4)));
    }

    [Fact]
    public void GoOnFrom_ManyTimes_LeavesTheNumberOfLiveTensorsFlat()
    {
        LiveTensors.Settle();
        using Painting painting = new Painter(_pack).Start(Small with { Steps = 100 });
        painting.Advance();
        long before = Tensors();
        for (int i = 0; i < 20; i++)
        {
            painting.GoOnFrom(PaintingTests.Noise(20, 20), 0.3);
            painting.Advance();
        }

        Assert.Equal(before, Tensors());
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(30_000, 1)]
    [InlineData(2, 0)]
    [InlineData(20_000, 1_000)]
    public void OfPainting_TooLong_IsRefusedInASentence(int frames, int steps) =>
        Assert.EndsWith(".", Assert.Throws<PaintingRequestException>(() => FilmPlan.OfPainting(Small, frames, steps, FrameMove.Still, 0.1, 0.5)).Message);

    private static FilmPlan Grown() => FilmPlan.OfPainting(WithPrompt, 5, 3, Move, 0.1, 0.4);

    private static FilmPlan Over() => FilmPlan.OfPictures(WithPrompt, 4, 3, 0.2, 0.3);

    private static PaintingRequest Bare(PaintingRequest request) => request with { InitImage = null, ImagePrompts = [] };

    private static IEnumerable<Rgb24Image> Sources(int first) => Enumerable.Range(first, 4 - first).Select(i => PaintingTests.Noise(30 + i, 24));

    private static long Tensors() => torch.Tensor.TotalCount;

    private double Distance(string name, double initWeight)
    {
        PaintingRequest request = Small with { Settings = Small.Settings with { InitWeight = initWeight } };
        byte[][] frames = Frames(Paint(name, FilmPlan.OfPictures(request, 3, 6, 0.3, 0), Sources), 3);
        return frames.Zip(Sources(0), (frame, source) => Difference(frame, Redrawn(source))).Average();
    }

    private double Flicker(string name, double calm)
    {
        byte[][] frames = Frames(Paint(name, FilmPlan.OfPictures(Small, 4, 1, 1e-6, calm), Sources), 4);
        return frames.Zip(frames.Skip(1), Difference).Average();
    }

    private static double Difference(byte[] a, byte[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Average();

    private byte[] Redrawn(Rgb24Image picture)
    {
        using Painting painting = new Painter(_pack).Start(Small with { InitImage = picture });
        return painting.Render().Pixels;
    }

    private FilmFolder Paint(string name, FilmPlan plan, Func<int, IEnumerable<Rgb24Image>>? pictures)
    {
        FilmFolder folder = Folder(name);
        Assert.True(new FilmPainter(new Painter(_pack), plan, folder, pictures).Paint(() => false, _ => { }).Finished);
        return folder;
    }

    private FilmFolder Folder(string name) => new(Directory.CreateDirectory(_place[name]).FullName);

    private static byte[][] Frames(FilmFolder folder, int count) => [.. folder.Frames(count).Select(frame => frame.Pixels)];
}
