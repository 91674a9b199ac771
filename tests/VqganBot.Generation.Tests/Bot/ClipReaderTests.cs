using VqganBot.Bot.Sight;
using VqganBot.Generation.Classification;
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
}
