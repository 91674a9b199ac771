using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VqganBot.Models;
using VqganBot.Models.Catalog;

namespace VqganBot.Tests.Models;

public sealed partial class ModelCatalogTests
{
    private static readonly string Shipped = Path.Combine(ModelFolders.Home, "config", "models.json");

    [Fact]
    public void Load_ShippedCatalogue_HasNoFault()
    {
        ModelCatalog catalog = ModelCatalog.Load(Shipped);

        Assert.Equal(["imagenet-16384", "imagenet-1024", "gumbel-f8"], catalog.Models.Where(model => model.Kind == ModelKind.Pack).Select(model => model.Name));
        Assert.Equal(9, catalog.Models.Count(model => model.Kind == ModelKind.Clip));
        Assert.Equal("clip-vit-b-32", catalog.Find("ViT-B/32")?.Name);
        Assert.Equal("clip-vit-l-14-336", catalog.Find("vit-l/14@336PX")?.Name);
        Assert.Null(catalog.Find("dall-e"));
    }

    [Fact]
    public void Load_ShippedCatalogue_ClipsCarryTheSumThatTheirAddressNames()
    {
        foreach (CatalogFile file in ModelCatalog.Load(Shipped).Files.Where(file => file.Kind == FileKind.Clip))
        {
            Match sum = SumInPath().Match(file.Mirrors[0].AbsolutePath);
            Assert.True(sum.Success, file.Name);
            Assert.Equal(sum.Value, file.Sha256);
            Assert.EndsWith("/" + file.FileName, file.Mirrors[0].AbsolutePath, StringComparison.Ordinal);
            Assert.NotNull(file.Bytes);
        }
    }

    [Fact]
    public void Load_ShippedCatalogue_EveryFieldIsAsItShouldBe()
    {
        ModelCatalog catalog = ModelCatalog.Load(Shipped);

        Assert.Equal(catalog.Files.Count, catalog.Files.Select(file => file.Name).Distinct().Count());
        Assert.Equal(catalog.Files.Count, catalog.Files.Select(file => file.FileName).Distinct().Count());
        foreach (CatalogFile file in catalog.Files)
        {
            Assert.All(file.Mirrors, mirror => Assert.Equal("https", mirror.Scheme));
            Assert.Equal(file.Mirrors.Count, file.Mirrors.Distinct().Count());
            Assert.Matches("^[0-9a-f]{64}$", file.Sha256 ?? new string('0', 64));
            Assert.InRange(file.ExpectedBytes, 100, 2_000_000_000);
            Assert.NotEmpty(file.License);
            Assert.Contains(catalog.Models, model => model.FileNames.Contains(file.Name));
        }

        // What has no published sum is known by name, so that a new entry without one is a decision.
        Assert.Equal(["vqgan-imagenet-f16-1024", "vqgan-imagenet-f16-1024-config"], catalog.Files.Where(file => file.Sha256 is null).Select(file => file.Name));
    }

    [Fact]
    public void Load_ManyFaults_ListsThemAll()
    {
        JsonNode json = JsonNode.Parse(File.ReadAllText(Shipped))!;
        json["version"] = 9;
        json["redirectHosts"]![0] = "no host";
        json["files"]![0]!["sha256"] = "ABC";
        json["files"]![0]!["mirrors"]![0] = "http://example.org/x";
        json["files"]![1]!["fileName"] = "../../etc/passwd";
        json["files"]![2]!.AsObject().Remove("approximateBytes");
        json["models"]![0]!["clip"]![0] = "clip-vocabulary";
        json["models"]![1]!["name"] = "gumbel-f8";
        json["models"]![2]!.AsObject().Remove("vqgan");

        CatalogException error = Load(json.ToJsonString());

        string[] expected = ["version is 9", "\"no host\"", "\"ABC\" is no SHA-256", "should be an https address", "no plain file name", "bytes or approximateBytes",
            "no file clip-vocabulary of kind Clip", "Two models have the name gumbel-f8", "needs vqgan and vqganConfig"];
        Assert.All(expected, fault => Assert.Contains(fault, error.Message, StringComparison.Ordinal));
        Assert.Equal(expected.Length, error.Faults.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"version\":1,\"files\":[],\"models\":[],\"modles\":[]}")]
    [InlineData("{\"version\":1,\"files\":null,\"models\":[]}")]
    [InlineData("not json")]
    public void Load_NoCatalogue_SaysSoAndNamesTheFile(string text) => Assert.Contains("models.json", Load(text).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_NoFile_SaysSo() =>
        Assert.Contains("no such file", Assert.Throws<CatalogException>(() => ModelCatalog.Load("/nowhere/models.json")).Message, StringComparison.Ordinal);

    private static CatalogException Load(string text)
    {
        string folder = Directory.CreateTempSubdirectory("vqganbot-catalogue-").FullName;
        try
        {
            string path = Path.Combine(folder, "models.json");
            File.WriteAllText(path, text);
            return Assert.Throws<CatalogException>(() => ModelCatalog.Load(path));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex SumInPath();
}
