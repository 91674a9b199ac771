using VqganBot.Generation.Packs;
using VqganBot.Models;
using VqganBot.Models.Catalog;
using VqganBot.Models.Download;

namespace VqganBot.Tests.Models;

public sealed class ModelInstallerTests : IAsyncDisposable
{
    private readonly ModelFixture _fixture = new();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Pull_Pack_InstallsAllThatPaints()
    {
        InstalledModel model = await _fixture.PullAsync("a");

        ModelPackManifest manifest = ModelPackManifest.Read(_fixture.Installed.FindPack("a"));
        Assert.Equal(model.Path, _fixture.Installed.FindPack("a"));
        Assert.All([manifest.Vqgan, manifest.VqganConfig, manifest.Tokenizer, manifest.Clip[0]], part => Assert.True(File.Exists(Path.Combine(model.Path, part)), part));
        Assert.Equal("../files/vq-a.safetensors", manifest.Vqgan);
        Assert.Equal([320, 192], manifest.DefaultSize);
        Assert.Equal(45_000 + 700 + 50_000 + 5_000, model.Bytes);
    }

    [Fact]
    public async Task Pull_Pack_KeepsTheConvertedCheckpointOnly()
    {
        await _fixture.PullAsync("a");

        Assert.Equal(
            ["a/pack.json", "files/judge.pt", "files/judge.pt.lock.json", "files/vq-a.safetensors", "files/vq-a.safetensors.lock.json", "files/vq-a.yaml", "files/vq-a.yaml.lock.json",
                "files/words.txt.gz", "files/words.txt.gz.lock.json"],
            _fixture.Files());
        FetchRecord record = FetchRecord.Read(Path.Combine(_fixture.Pulled, "files/vq-a.safetensors"))!;
        Assert.Equal(_fixture.Catalog.File("vq-a").Sha256, record.ConvertedFrom);
        Assert.Contains(_fixture.Progress, step => step.Phase == DownloadPhase.Converting);
    }

    [Fact]
    public async Task Pull_Again_AsksNobody()
    {
        await _fixture.PullAsync("a");
        int before = _fixture.Server.Requests.Count;

        await _fixture.PullAsync("a");

        Assert.Equal(before, _fixture.Server.Requests.Count);
    }

    [Fact]
    public async Task Pull_SecondPack_SharesTheJudge()
    {
        await _fixture.PullAsync("a");
        Assert.Equal(80_600, _fixture.Installed.MissingBytes(_fixture.Catalog.Find("b")!));

        await _fixture.PullAsync("b");

        Assert.Single(_fixture.Server.Requests, request => request.Path == "/judge.pt");
        Assert.Equal(["a", "b", "judge"], _fixture.Installed.List().Select(model => model.Name));
    }

    [Fact]
    public async Task Pull_ConvertedFileDamagedSince_IsMadeAnew()
    {
        await _fixture.PullAsync("a");
        string lean = Path.Combine(_fixture.Pulled, "files/vq-a.safetensors");
        byte[] right = File.ReadAllBytes(lean);
        File.WriteAllBytes(lean, [.. right.Reverse()]);

        await _fixture.PullAsync("a");

        Assert.Equal(right, File.ReadAllBytes(lean));
    }

    [Fact]
    public async Task Pull_ConversionFails_ShowsNoModelAndNeedsNoSecondDownload()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => _fixture.PullAsync("a", (_, half) =>
        {
            File.WriteAllText(half, "half a file");
            throw new InvalidDataException("no VQGAN");
        }));
        Assert.Throws<ModelNotInstalledException>(() => _fixture.Installed.FindPack("a"));
        Assert.DoesNotContain("files/vq-a.safetensors", _fixture.Files());

        await _fixture.PullAsync("a");

        Assert.Single(_fixture.Server.Requests, request => request.Path == "/vq-a.ckpt");
        Assert.DoesNotContain(_fixture.Files(), name => name.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pull_DeadMirror_ShowsNoModel()
    {
        _fixture.Server.Serve("/judge.pt", _ => Fakes.Reply.Error("410 Gone"));

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.PullAsync("a"));

        Assert.Equal("judge.pt", error.FileName);
        Assert.DoesNotContain("a/pack.json", _fixture.Files());
        Assert.DoesNotContain(_fixture.Server.Requests, request => request.Path == "/vq-a.ckpt");
    }

    [Fact]
    public async Task Pull_Clip_BringsItAndItsWords()
    {
        InstalledModel model = await _fixture.PullAsync("j/32");

        Assert.Equal(("judge", ModelKind.Clip), (model.Name, model.Kind));
        Assert.Equal(["/judge.pt", "/words.txt.gz"], _fixture.Server.Requests.Select(request => request.Path).Order());
    }

    [Fact]
    public async Task Pull_UnknownName_ListsTheKnownOnes()
    {
        ModelNotInstalledException error = await Assert.ThrowsAsync<ModelNotInstalledException>(() => _fixture.PullAsync("dall-e"));

        Assert.Equal("The catalogue has no model \"dall-e\"; it has a, b, judge, other.", error.Message);
    }
}
