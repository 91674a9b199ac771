using Microsoft.Extensions.Logging.Abstractions;
using VqganBot.Discord.Wire;
using VqganBot.Generation.Tests.CommandLine;
using VqganBot.Imaging;
using VqganBot.Jobs;

namespace VqganBot.Generation.Tests.Jobs;

/// <summary>Jobs of several people as one batch: what each gets is what it would get alone.</summary>
public sealed class TogetherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-together-").FullName;
    private readonly JobFiles _files;
    private readonly TorchImageGenerator _generator;
    private readonly Dictionary<long, StopRequest> _stops = [];
    private readonly List<JobProgress> _reports = [];

    public TogetherTests()
    {
        TinyPack.Write(Model);
        _files = new JobFiles(_folder);
        _generator = new TorchImageGenerator(_files, new JobOptions { DefaultModel = Model, StateSaveInterval = TimeSpan.Zero }, TimeProvider.System, NullLogger<TorchImageGenerator>.Instance);
    }

    private string Model => Path.Combine(_folder, "tiny");

    public void Dispose()
    {
        _generator.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void JobsOfSeveral_JoiningAndLeaving_EachComesOutAsIfPaintedAlone()
    {
        foreach (var alone in (Job[])[Make(1, "chicken surf", 7), Make(2, "a red tree | fog:-0.5", 70)])
            Assert.Equal(StopRequest.None, _generator.Generate(Asked(alone), most: 1).EndedBy);

        using var first = _generator.Begin(Asked(Make(11, "chicken surf", 7)));
        Advance(1, [1], first);
        using var kept = _generator.Begin(Asked(Make(13, "kept", 9)));
        using var dropped = _generator.Begin(Asked(Make(14, "dropped", 5)));
        Advance(2, [1, 1, 1], first, kept, dropped);
        _stops[14] = StopRequest.Drop;
        using var second = _generator.Begin(Asked(Make(12, "a red tree | fog:-0.5", 70)));
        Advance(1, [1, 1, 0, 1], first, kept, dropped, second);
        _stops[13] = StopRequest.Keep;
        Advance(1, [1, 0, 1], first, kept, second);
        Advance(1, [1, 1], first, second);
        Advance(3, [0, 1], first, second);

        Assert.Equal(StopRequest.Drop, dropped.Outcome!.EndedBy);
        Assert.False(File.Exists(_files.Picture(14, 1)));
        Assert.Equal((StopRequest.Keep, 3, 1), (kept.Outcome!.EndedBy, kept.Outcome.StepsDone, kept.Outcome.Pictures));
        Assert.Equal((StopRequest.None, 6), (first.Outcome!.EndedBy, first.Outcome.StepsDone));
        Assert.Equal((StopRequest.None, 6), (second.Outcome!.EndedBy, second.Outcome.StepsDone));
        AssertEqual(1, 11);
        AssertEqual(2, 12);
    }

    [Fact]
    public void PicturesOfOneJob_AreOneBatch_AndEachIsTheOnePaintedAlone()
    {
        _generator.Generate(Asked(Make(1, "chicken surf", 7, count: 3)), most: 1);
        _reports.Clear();

        var outcome = _generator.Generate(Asked(Make(2, "chicken surf", 7, count: 3)), most: 3);

        Assert.Equal((18, 3, 6), (outcome.StepsDone, outcome.Pictures, _reports.Count));
        Assert.Equal((4, 1, 3, 12), (_reports[3].Step, _reports[3].Tile, _reports[3].Tiles, _reports[3].StepsDone));
        var sheet = ImageCodec.DecodeFile(_files.Grid(2));
        Assert.Equal((sheet.Width, sheet.Height), (_reports[0].Frame!.Width, _reports[0].Frame!.Height));
        for (var tile = 1; tile <= 3; tile++) AssertEqual(1, 2, tile);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LaidDownInTheMiddle_WithRoomForTwoOnly_EachGoesOnFromItsState(bool isForAShorterOne)
    {
        var how = isForAShorterOne ? StopRequest.Aside : StopRequest.Suspend;
        _generator.Generate(Asked(Make(1, "chicken surf", 7, count: 3)), most: 1);
        using (var laidDown = _generator.Begin(Asked(Make(2, "chicken surf", 7, count: 3))))
        {
            Advance(4, [2], most: 2, laidDown);
            _stops[2] = how;
            Advance(1, [0], most: 2, laidDown);
            Assert.Equal((how, 8, 0), (laidDown.Outcome!.EndedBy, laidDown.Outcome.StepsDone, laidDown.Outcome.Pictures));
        }

        _stops.Clear();
        var outcome = _generator.Generate(Asked(Make(2, "chicken surf", 7, count: 3)), most: 1);

        Assert.Equal((StopRequest.None, 18, 3), (outcome.EndedBy, outcome.StepsDone, outcome.Pictures));
        for (var tile = 1; tile <= 3; tile++) AssertEqual(1, 2, tile);
    }

    [Fact]
    public void AJobOfAnotherShape_IsSteppedBesideIt_InAGoOfItsOwn()
    {
        using var one = _generator.Begin(Asked(Make(1, "chicken surf", 7)));
        var other = Make(2, "chicken surf", 7);
        using var wide = _generator.Begin(Asked(other with { Order = other.Order with { Width = 48 } }));

        var round = _generator.Advance([one, wide], most: 2);

        Assert.Equal(2, round.Batches);
        Assert.Equal([1, 1], round.Pictures);
    }

    private void Advance(int rounds, int[] pictures, params IGeneration[] generations) => Advance(rounds, pictures, most: 8, generations);

    private void Advance(int rounds, int[] pictures, int most, params IGeneration[] generations)
    {
        for (var round = 0; round < rounds; round++)
        {
            var done = _generator.Advance(generations, most);
            Assert.All(generations, generation => Assert.Null(generation.Failure));
            if (generations.Any(generation => generation.Outcome is null)) Assert.Equal((string.Join(' ', pictures), 1, 0), (string.Join(' ', done.Pictures), done.Batches, done.TooMany));
        }
    }

    // Sums are taken in another order when more rows are multiplied at once; a wrong row or seed is another picture.
    private void AssertEqual(long alone, long together, int tile = 1)
    {
        var (expected, actual) = (ImageCodec.DecodeFile(_files.Picture(alone, tile)).Pixels, ImageCodec.DecodeFile(_files.Picture(together, tile)).Pixels);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    private GenerationTask Asked(Job job) => new(job, () => _stops.GetValueOrDefault(job.Id), _reports.Add, () => true);

    private Job Make(long id, string prompt, ulong seed, int count = 1) => new()
    {
        Id = id,
        State = JobState.Painting,
        Requester = new JobRequester { User = new Snowflake((ulong)id), UserName = "somebody", Channel = new Snowflake(2) },
        Order = new JobOrder { Kind = JobKind.Imagine, Prompt = prompt, Width = 32, Height = 32, Steps = 6, Seed = seed, Count = count, Preset = "best", Model = Model },
        Reply = new ReplyAddress { Application = default, Token = "", TokenExpiresAt = default, Channel = new Snowflake(2), AttachmentSizeLimit = 0 },
        CreatedAt = default,
    };
}
