using VqganBot.Generation.Packs;
using VqganBot.Models;
using VqganBot.Models.Catalog;

namespace VqganBot.Tests.Models;

public sealed class InstalledModelsTests : IAsyncDisposable
{
    private readonly ModelFixture _fixture = new();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public void FindPack_NotPulled_NamesTheCommandAndTheSize()
    {
        ModelNotInstalledException error = Assert.Throws<ModelNotInstalledException>(() => _fixture.Installed.FindPack("A"));

        Assert.Equal("The model a is not on this machine. This fetches it (146 kB): ./run.sh models pull a", error.Message);
    }

    [Fact]
    public void FindPack_ShippedCatalogue_NamesTheCommandForTheFamousOne()
    {
        var installed = new InstalledModels(ModelCatalog.Load(ModelFolders.CatalogPath), _fixture.BuiltIn, _fixture.Pulled);

        ModelNotInstalledException error = Assert.Throws<ModelNotInstalledException>(() => installed.FindPack("imagenet-16384"));

        Assert.Equal("The model imagenet-16384 is not on this machine. This fetches it (1.3 GB): ./run.sh models pull imagenet-16384", error.Message);
    }

    [Fact]
    public void FindPack_Unknown_ListsWhatThereIs()
    {
        WritePack(Path.Combine(_fixture.BuiltIn, "toybox"));

        ModelNotInstalledException error = Assert.Throws<ModelNotInstalledException>(() => _fixture.Installed.FindPack("dall-e"));

        Assert.Equal("There is no model \"dall-e\". Packs on this machine: toybox; to be fetched by ./run.sh models pull NAME: a, b.", error.Message);
    }

    [Fact]
    public void FindPack_BuiltIn_IsFound()
    {
        string folder = WritePack(Path.Combine(_fixture.BuiltIn, "toybox"));

        Assert.Equal(folder, _fixture.Installed.FindPack("toybox"));
        Assert.Equal([new InstalledModel("toybox", ModelKind.Pack, "Small.", folder, IsBuiltIn: true, 4)], _fixture.Installed.List());
    }

    [Fact]
    public void FindPack_Path_IsTakenAsOne()
    {
        string folder = WritePack(Path.Combine(_fixture.Pulled, "..", "mine"));

        Assert.Equal(Path.GetFullPath(folder), _fixture.Installed.FindPack(folder));
    }

    [Fact]
    public void FindPack_ClipAlone_SaysThatItCannotPaint() =>
        Assert.StartsWith("judge is a CLIP alone and cannot paint.", Assert.Throws<ModelNotInstalledException>(() => _fixture.Installed.FindPack("J/32")).Message, StringComparison.Ordinal);

    [Fact]
    public void FindClip_OfAPack_IsItsFirst()
    {
        string folder = WritePack(Path.Combine(_fixture.BuiltIn, "toybox"));

        Assert.Equal(new ClipFiles("toybox", Path.Combine(folder, "c"), Path.Combine(folder, "t")), _fixture.Installed.FindClip("toybox"));
    }

    [Fact]
    public async Task FindClip_Alone_IsFoundOnceItWasPulled()
    {
        Assert.EndsWith("./run.sh models pull judge", Assert.Throws<ModelNotInstalledException>(() => _fixture.Installed.FindClip("J/32")).Message, StringComparison.Ordinal);
        await _fixture.PullAsync("judge");

        ClipFiles clip = _fixture.Installed.FindClip("J/32");

        Assert.Equal(("judge", "judge.pt", "words.txt.gz"), (clip.Name, Path.GetFileName(clip.Weights), Path.GetFileName(clip.Tokenizer)));
        Assert.True(File.Exists(clip.Weights) && File.Exists(clip.Tokenizer));
    }

    [Fact]
    public async Task FindPack_FileLostSince_NamesItAndTheCommand()
    {
        await _fixture.PullAsync("a");
        File.Delete(Path.Combine(_fixture.Pulled, "files", "judge.pt"));

        ModelNotInstalledException error = Assert.Throws<ModelNotInstalledException>(() => _fixture.Installed.FindPack("a"));

        Assert.Contains("lacks ../files/judge.pt", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("(50 kB): ./run.sh models pull a", error.Message, StringComparison.Ordinal);
        Assert.Empty(_fixture.Installed.List());
    }

    [Fact]
    public void List_BrokenPackBesideAGoodOne_ShowsTheGoodOne()
    {
        WritePack(Path.Combine(_fixture.BuiltIn, "toybox"));
        Directory.CreateDirectory(Path.Combine(_fixture.BuiltIn, "broken"));
        File.WriteAllText(Path.Combine(_fixture.BuiltIn, "broken", "pack.json"), "{");

        Assert.Equal(["toybox"], _fixture.Installed.List().Select(model => model.Name));
        Assert.Throws<ModelPackException>(() => _fixture.Installed.FindPack("broken"));
    }

    [Fact]
    public void List_NothingThere_IsEmpty() => Assert.Empty(_fixture.Installed.List());

    private static string WritePack(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string part in new[] { "v", "y", "c", "t" })
            File.WriteAllText(Path.Combine(folder, part), "x");
        File.WriteAllText(Path.Combine(folder, "pack.json"), new ModelPackManifest { Name = "toybox", Description = "Small.", Vqgan = "v", VqganConfig = "y", Clip = ["c"], Tokenizer = "t" }.ToJson());
        return folder;
    }
}
