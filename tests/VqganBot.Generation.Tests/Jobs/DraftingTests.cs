using Microsoft.Extensions.Logging.Abstractions;
using VqganBot.CommandLine.Imagine;
using VqganBot.Discord.Wire;
using VqganBot.Generation.Tests.CommandLine;
using VqganBot.Imaging;
using VqganBot.Jobs;

namespace VqganBot.Generation.Tests.Jobs;

/// <summary>Drafts in the bot's queue, with a prior of random weights that draws 16x16 pixels; and pictures that are blended.</summary>
public sealed class DraftingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-drafting-").FullName;
    private readonly JobFiles _files;
    private readonly TorchImageGenerator _generator;
    private readonly List<JobProgress> _reports = [];

    public DraftingTests()
    {
        TinyPack.Write(Model, prior: true);
        _files = new JobFiles(_folder);
        _generator = new TorchImageGenerator(_files, new JobOptions { DefaultModel = Model }, TimeProvider.System, NullLogger<TorchImageGenerator>.Instance);
    }

    private string Model => Path.Combine(_folder, "sketcher");

    public void Dispose()
    {
        _generator.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Refine_BeginsWithTheDraftThatWasShown_AndPaintsOnFromIt()
    {
        var drafted = Generate(Draft(1));
        Assert.Equal((StopRequest.None, 3), (drafted.EndedBy, drafted.StepsDone));
        Assert.Equal((3, 1), (_reports[^1].Tile, _reports[^1].Step));
        Assert.Equal(32 + 2 + 32, ImageCodec.DecodeFile(_files.Grid(1)).Width);

        var refining = Order() with { Kind = JobKind.Refine, ParentJob = 1, ParentTile = 2 };
        var refined = Generate(Job(2, refining));
        Generate(Job(3, refining), stopAfter: 0, how: StopRequest.Keep);

        Assert.Equal((StopRequest.None, 6), (refined.EndedBy, refined.StepsDone));
        Assert.Equal(Pixels(_files.Picture(1, 2)), Pixels(_files.Picture(3, 1)));
        Assert.NotEqual(Pixels(_files.Picture(1, 3)), Pixels(_files.Picture(3, 1)));
        Assert.NotEqual(Pixels(_files.Picture(2, 1)), Pixels(_files.Picture(3, 1)));
        var record = PictureMetadata.Read(_files.Picture(2, 1));
        Assert.Equal((6, 7UL, PictureMetadata.Read(_files.Picture(1, 2)).Request.DraftNumber), (record.StepsDone, record.Request.Seed, record.Request.DraftNumber));
    }

    [Fact]
    public void Draft_LaidDown_IsBegunAnewAndComesOutTheSame()
    {
        Generate(Draft(1));
        var laidDown = Generate(Draft(2), stopAfter: 5);
        Assert.Equal((StopRequest.Suspend, false), (laidDown.EndedBy, File.Exists(_files.Picture(2, 1))));

        Generate(Draft(2));

        Assert.Equal(File.ReadAllBytes(_files.Picture(1, 3)), File.ReadAllBytes(_files.Picture(2, 3)));
    }

    [Fact]
    public void Draft_OfAWideSize_IsDraftedInThatShape()
    {
        Generate(Draft(1, order => order with { Width = 48, Height = 16 }));

        var picture = ImageCodec.DecodeFile(_files.Picture(1, 1));
        Assert.Equal((48, 16), (picture.Width, picture.Height));
    }

    [Fact]
    public void Draft_OfAModelWithoutAPrior_FailsWithWordsForPeople()
    {
        TinyPack.Write(Path.Combine(_folder, "plodder"));
        var failed = Assert.Throws<GenerationException>(() => Generate(Draft(1, order => order with { Model = Path.Combine(_folder, "plodder") })));
        Assert.Contains("cannot draft", failed.Message);
    }

    [Fact]
    public void Imagine_ThatBeginsWithADraft_ShowsItBeforeTheFirstStep()
    {
        Directory.CreateDirectory(_files.Folder(1));
        _generator.Generate(new GenerationTask(Job(1, Order()), () => StopRequest.None, _reports.Add, () => true), most: 1);

        Assert.Equal([0, 1, 2, 3, 4, 5, 6], _reports.Select(report => report.Step));
        Assert.Equal((16, 16), (_reports[0].Frame!.Width, _reports[0].Frame!.Height));
    }

    [Fact]
    public void Imagine_LaidDownWhileItDrafts_StopsAtOnceAndComesOutTheSame()
    {
        Generate(Job(1, Order()));
        Directory.CreateDirectory(_files.Folder(2));
        var asked = 0;

        // Asked before the painting begins, and from then on after each code.
        var laidDown = _generator.Generate(new GenerationTask(Job(2, Order()), () => ++asked > 3 ? StopRequest.Suspend : StopRequest.None, _reports.Add, () => false), most: 1);

        Assert.Equal((StopRequest.Suspend, 0), (laidDown.EndedBy, laidDown.StepsDone));
        Assert.True(asked < 8);
        Generate(Job(2, Order()));
        Assert.Equal(Pixels(_files.Picture(1, 1)), Pixels(_files.Picture(2, 1)));
    }

    [Fact]
    public void Blend_WithoutWords_IsPaintedTowardsItsPictures()
    {
        _files.Begin(1, new JobPictures(null, [Png(250), Png(5)]));
        _files.Begin(2, new JobPictures(null, [Png(250), Png(250)]));
        foreach (var id in (long[])[1, 2]) Generate(Job(id, Order() with { Prompt = "", ImagePrompts = 2 }));

        var record = PictureMetadata.Read(_files.Picture(1, 1));
        Assert.Equal(["1", "1"], record.ImagePrompts.Select(prompt => $"{prompt.Weight}"));
        Assert.NotEqual(Pixels(_files.Picture(1, 1)), Pixels(_files.Picture(2, 1)));
    }

    private GenerationOutcome Generate(Job job, int stopAfter = int.MaxValue, StopRequest how = StopRequest.Suspend)
    {
        Directory.CreateDirectory(_files.Folder(job.Id));
        _reports.Clear();
        return _generator.Generate(new GenerationTask(job, () => _reports.Count >= stopAfter ? how : StopRequest.None, _reports.Add, () => false), most: 1);
    }

    private Job Draft(long id, Func<JobOrder, JobOrder>? change = null)
    {
        var order = Order() with { Kind = JobKind.Draft, Steps = 1, RefineSteps = 6, Count = 3, Candidates = 5 };
        return Job(id, change?.Invoke(order) ?? order);
    }

    private JobOrder Order() => new() { Kind = JobKind.Imagine, Prompt = "chicken surf", Width = 32, Height = 32, Steps = 6, Seed = 7, Preset = "best", Model = Model };

    private static Job Job(long id, JobOrder order) => new()
    {
        Id = id,
        State = JobState.Painting,
        Requester = new JobRequester { User = new Snowflake(1), UserName = "somebody", Channel = new Snowflake(2) },
        Order = order,
        Reply = new ReplyAddress { Application = default, Token = "", TokenExpiresAt = default, Channel = new Snowflake(2), AttachmentSizeLimit = 0 },
        CreatedAt = default,
    };

    private static byte[] Png(byte level)
    {
        var picture = new Rgb24Image(32, 32);
        picture.Pixels.AsSpan().Fill(level);
        return ImageCodec.EncodePng(picture);
    }

    private static byte[] Pixels(string file) => ImageCodec.DecodeFile(file).Pixels;
}
