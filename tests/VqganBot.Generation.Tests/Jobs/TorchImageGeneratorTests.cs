using Microsoft.Extensions.Logging.Abstractions;
using VqganBot.CommandLine.Imagine;
using VqganBot.Discord.Wire;
using VqganBot.Generation.Tests.CommandLine;
using VqganBot.Imaging;
using VqganBot.Jobs;

namespace VqganBot.Generation.Tests.Jobs;

public sealed class TorchImageGeneratorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-generator-").FullName;
    private readonly JobFiles _files;
    private readonly TorchImageGenerator _generator;
    private readonly List<JobProgress> _reports = [];

    public TorchImageGeneratorTests()
    {
        TinyPack.Write(Model);
        _files = new JobFiles(_folder);
        _generator = Generator();
    }

    private string Model => Path.Combine(_folder, "tiny");

    public void Dispose()
    {
        _generator.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Generate_TwoPictures_LeavesAllThatBelongsToThem()
    {
        var outcome = Paint(MakeJob(1, count: 2), wantsFrame: true);

        Assert.Equal((StopRequest.None, 12), (outcome.EndedBy, outcome.StepsDone));
        Assert.NotNull(outcome.Similarity);
        var grid = ImageCodec.DecodeFile(_files.Grid(1));
        Assert.Equal((32 + 2 + 32, 32), (grid.Width, grid.Height));
        Assert.Equal(7UL, PictureMetadata.Read(_files.Picture(1, 1)).Request.Seed);
        Assert.Equal(8UL, PictureMetadata.Read(_files.Picture(1, 2)).Request.Seed);
        Assert.True(File.Exists(_files.State(1, 2)));
        Assert.Equal(["000000.jpg", "000001.jpg", "000002.jpg", "000003.jpg", "000004.jpg", "000005.jpg", "000006.jpg"], FramesOf(1, 2));
        Assert.Equal(12, _reports.Count);
        Assert.Equal((2, 6, 6), (_reports[^1].Tile, _reports[^1].Step, _reports[^1].Losses.Count));
        Assert.Equal(66, _reports[^1].Frame!.Width);
    }

    [Fact]
    public void Generate_TheSameOrder_GivesTheSameBytes()
    {
        Paint(MakeJob(1));
        using var another = Generator();
        Paint(MakeJob(2), generator: another);

        Assert.Equal(File.ReadAllBytes(_files.Picture(1, 1)), File.ReadAllBytes(_files.Picture(2, 1)));
    }

    [Fact]
    public void Generate_LaidDownAndTakenUpByAnotherProcess_GivesTheSameBytes()
    {
        Paint(MakeJob(1, count: 2));
        var laidDown = Paint(MakeJob(2, count: 2), stopAfter: (9, StopRequest.Suspend));
        Assert.Equal((StopRequest.Suspend, 9, false), (laidDown.EndedBy, laidDown.StepsDone, File.Exists(_files.Picture(2, 2))));
        using var another = Generator();

        _reports.Clear();
        var outcome = Paint(MakeJob(2, count: 2), generator: another);

        Assert.Equal((StopRequest.None, 12), (outcome.EndedBy, outcome.StepsDone));
        Assert.Equal(3, _reports.Count);
        Assert.Equal(File.ReadAllBytes(_files.Picture(1, 2)), File.ReadAllBytes(_files.Picture(2, 2)));
        Assert.Equal(File.ReadAllBytes(_files.Grid(1)), File.ReadAllBytes(_files.Grid(2)));
    }

    [Fact]
    public void Generate_Kept_TheLastGoodPictureIsTheFinalOne()
    {
        var outcome = Paint(MakeJob(1, count: 3), stopAfter: (8, StopRequest.Keep));

        Assert.Equal((StopRequest.Keep, 8), (outcome.EndedBy, outcome.StepsDone));
        Assert.Equal(2, PictureMetadata.Read(_files.Picture(1, 2)).StepsDone);
        Assert.True(File.Exists(_files.Grid(1)));
        Assert.False(File.Exists(_files.Picture(1, 3)));
    }

    [Fact]
    public void Generate_Dropped_LeavesNoPicture()
    {
        var outcome = Paint(MakeJob(1), stopAfter: (3, StopRequest.Drop));

        Assert.Equal(StopRequest.Drop, outcome.EndedBy);
        Assert.False(File.Exists(_files.Picture(1, 1)));
    }

    [Fact]
    public void Variation_BySeedAndStrength_IsReproducible_AndSaysWhereItBegan()
    {
        Paint(MakeJob(1));
        Job Varied(long id, ulong seed, double strength) => MakeJob(id, order: order => order with
        {
            Kind = JobKind.Variation, ParentJob = 1, Seed = seed, Strength = strength, Width = 500,
        });
        Paint(Varied(2, 20, 0.4));
        Paint(Varied(3, 20, 0.4));
        Paint(Varied(4, 21, 0.4));

        Assert.Equal(File.ReadAllBytes(_files.Picture(2, 1)), File.ReadAllBytes(_files.Picture(3, 1)));
        Assert.NotEqual(Pixels(2), Pixels(4));
        var record = PictureMetadata.Read(_files.Picture(2, 1)).Request;
        Assert.Equal((0.4, 32), (record.VariedFrom!.Strength, record.Width));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.5, false)]
    [InlineData(1, false)]
    public void Variation_OfNoStrength_IsItsParent_OfMore_IsNot(double strength, bool isParent)
    {
        Paint(MakeJob(1));
        Paint(MakeJob(2, order: order => order with { Kind = JobKind.Variation, ParentJob = 1, Seed = 20, Strength = strength }));

        Assert.Equal(isParent, Distance(Pixels(1), Pixels(2)) < 1);
    }

    [Fact]
    public void MoreSteps_GoesOnWhereTheParentEnded_EvenWhenItWasKeptEarly()
    {
        Paint(MakeJob(1), stopAfter: (4, StopRequest.Keep));
        _reports.Clear();

        var outcome = Paint(MakeJob(2, order: order => order with { Kind = JobKind.MoreSteps, ParentJob = 1, Steps = 3 }));

        Assert.Equal((3, 3), (outcome.StepsDone, _reports.Count));
        Assert.Equal((3, 3), (_reports[^1].Step, _reports[^1].Steps));
        Assert.Equal(7, PictureMetadata.Read(_files.Picture(2, 1)).StepsDone);
    }

    [Fact]
    public void StartImage_WithLittleStrength_StaysNearIt()
    {
        var start = new Rgb24Image(32, 32);
        for (var i = 0; i < start.Pixels.Length; i++) start.Pixels[i] = (byte)(i * 7);
        foreach (var (id, strength) in ((long, double)[])[(1, 0.01), (2, 1)])
        {
            _files.Begin(id, new JobPictures(ImageCodec.EncodePng(start), []));
            Paint(MakeJob(id, order: order => order with { HasStartImage = true, Strength = strength }));
        }

        var begun = Pixels(_files.Frames(1, 1) + "/000000.jpg");
        Assert.True(Distance(begun, Pixels(1)) < Distance(begun, Pixels(2)));
    }

    [Fact]
    public void Reduced_PaintsWithFewerCutouts_ThenSmaller()
    {
        Paint(MakeJob(1) with { Reductions = 1 });
        Paint(MakeJob(2) with { Reductions = 2 });

        var (fewer, smaller) = (PictureMetadata.Read(_files.Picture(1, 1)).Request, PictureMetadata.Read(_files.Picture(2, 1)).Request);
        Assert.Equal((8, 32), (fewer.Settings.CutoutCount, fewer.Width));
        Assert.Equal((8, 24), (smaller.Settings.CutoutCount, smaller.Width));
    }

    [Fact]
    public void OldState_ThatIsSpoilt_IsPaintedAnew()
    {
        Directory.CreateDirectory(_files.Folder(1));
        File.WriteAllText(_files.State(1, 1), "spoilt");

        Assert.Equal(6, Paint(MakeJob(1)).StepsDone);
    }

    [Theory]
    [InlineData("a: b|:7", "weight but no words")]
    [InlineData("", "empty")]
    public void BadPrompt_FailsWithWordsForPeople(string prompt, string said)
    {
        var failed = Assert.Throws<GenerationException>(() => Paint(MakeJob(1, order: order => order with { Prompt = prompt })));

        Assert.Contains(said, failed.Message);
    }

    [Fact]
    public void WhatIsNotThere_FailsWithWordsForPeople_AndTheNextJobIsPainted()
    {
        var orphan = Assert.Throws<GenerationException>(() => Paint(MakeJob(1, order: order => order with { Kind = JobKind.Variation, ParentJob = 99 })));
        Assert.Contains("not kept any more", orphan.Message);
        var model = Assert.Throws<GenerationException>(() => Paint(MakeJob(2, order: order => order with { Model = "nosuchmodel" })));
        Assert.Contains("'nosuchmodel'", model.Message);
        Assert.DoesNotContain(_folder, model.Message);

        Assert.Equal(6, Paint(MakeJob(3)).StepsDone);
    }

    private TorchImageGenerator Generator() =>
        new(_files, new JobOptions { DefaultModel = Model, StateSaveInterval = TimeSpan.Zero }, TimeProvider.System, NullLogger<TorchImageGenerator>.Instance);

    private GenerationOutcome Paint(Job job, (int Steps, StopRequest How)? stopAfter = null, bool wantsFrame = false, TorchImageGenerator? generator = null, int most = 1)
    {
        var steps = 0;
        return (generator ?? _generator).Generate(new GenerationTask(
            job,
            () => stopAfter is { } stop && steps >= stop.Steps ? stop.How : StopRequest.None,
            progress =>
            {
                steps++;
                _reports.Add(progress);
            },
            () => wantsFrame), most);
    }

    private Job MakeJob(long id, int count = 1, Func<JobOrder, JobOrder>? order = null)
    {
        var made = new JobOrder
        {
            Kind = JobKind.Imagine, Prompt = "chicken surf", Width = 32, Height = 32, Steps = 6, Seed = 7, Count = count, Preset = "best", Model = Model,
        };
        return new Job
        {
            Id = id,
            State = JobState.Painting,
            Requester = new JobRequester { User = new Snowflake(1), UserName = "somebody", Channel = new Snowflake(2) },
            Order = order?.Invoke(made) ?? made,
            Reply = new ReplyAddress { Application = default, Token = "", TokenExpiresAt = default, Channel = new Snowflake(2), AttachmentSizeLimit = 0 },
            CreatedAt = default,
        };
    }

    private IEnumerable<string?> FramesOf(long job, int tile) => Directory.GetFiles(_files.Frames(job, tile)).Select(Path.GetFileName).Order();

    private byte[] Pixels(long job) => Pixels(_files.Picture(job, 1));

    private static byte[] Pixels(string file) => ImageCodec.DecodeFile(file).Pixels;

    private static double Distance(byte[] a, byte[] b) => Math.Sqrt(a.Zip(b).Average(pair => Math.Pow(pair.First - pair.Second, 2)));
}
