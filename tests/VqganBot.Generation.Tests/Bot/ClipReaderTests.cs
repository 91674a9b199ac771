using VqganBot.Bot.Sight;
using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Classification;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Tests.CommandLine;
using VqganBot.Hosting;
using VqganBot.Imaging;
using VqganBot.Jobs;
using VqganBot.Models;

namespace VqganBot.Generation.Tests.Bot;

public sealed class ClipReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-reader-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task See_WhileAPictureIsPainted_ChangesNeither()
    {
        var model = Path.Combine(_folder, "tiny");
        TinyPack.Write(model);
        using var reader = ClipReader.Load(InstalledModels.Open(), new JobOptions { DefaultModel = model }, new BotPaths(_folder, _folder));
        using var loaded = LoadedModel.Load(model);
        var seen = reader.See(new Rgb24Image(40, 24));
        var alone = Paint(loaded, () => { });

        using var painted = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var looking = Task.Run(() =>
        {
            for (var looks = 1; !painted.IsCancellationRequested; looks++)
            {
                Assert.Equal(seen, reader.See(new Rgb24Image(40, 24)));
                if (looks == 3) begun.SetResult();
            }
        }, TestContext.Current.CancellationToken);
        var beside = Paint(loaded, () => begun.Task.Wait(TimeSpan.FromMinutes(1)));
        await painted.CancelAsync();
        await looking;

        Assert.Equal(alone, beside);
    }

    [Fact]
    public void Reader_OfTheDefaultModel_SeesReadsAndDescribes()
    {
        TinyPack.Write(Path.Combine(_folder, "tiny"));
        // It needs nothing that paints.
        File.WriteAllBytes(Path.Combine(_folder, "tiny", "vqgan.safetensors"), []);
        var paths = new BotPaths(_folder, Path.Combine(ModelFolders.Home, "config"));
        using var reader = ClipReader.Load(InstalledModels.Open(), new JobOptions { DefaultModel = Path.Combine(_folder, "tiny") }, paths);
        var picture = new Rgb24Image(40, 24);
        picture.Pixels.AsSpan(0, 900).Fill(200);

        var (seen, read, described) = (reader.See(picture), reader.Read("a boat at night"), reader.Describe(picture));

        Assert.Equal(1, UnitVector.Dot(seen, seen), 1e-4);
        Assert.Equal(1, UnitVector.Dot(read, read), 1e-4);
        Assert.Equal(seen, reader.See(picture));
        Assert.InRange(described.Count, 1, 3);
        Assert.Equal(described.Distinct(), described);
        Assert.EndsWith($"/{ClipEmbedder.PreprocessingVersion}", reader.Sum);
    }

    private static byte[] Paint(LoadedModel model, Action beforeLast)
    {
        using var painting = new Painter(model.Pack).Start(new PaintingRequest { Prompt = "a boat", Width = 32, Height = 32, Steps = 6, Seed = 3, Model = "tiny" });
        while (!painting.IsFinished)
        {
            if (painting.Step == painting.Request.Steps - 1) beforeLast();
            painting.Advance();
        }

        return painting.Render().Pixels;
    }
}
