using Microsoft.Extensions.Logging;
using VqganBot.Bot.Imagine.Styles;
using VqganBot.Hosting;
using VqganBot.Models;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Bot.Imagine;

public sealed class StyleCatalogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-styles-").FullName;
    private readonly CapturedLogs _logs = new();

    [Fact]
    public void ShippedFile_HasTheStylesOfTheIssueAndNamesThatTellThemApart()
    {
        var styles = Catalog(Path.Combine(ModelFolders.Home, "config")).All;
        Assert.InRange(styles.Count, 60, 200);
        Assert.Superset(
            new HashSet<string>
            {
                "concept art", "painting by Hokusai", "pixelart", "sketch by Leonardo da Vinci", "trending on artstation", "unreal engine", "Behance HD", "ink drawing",
                "Studio Ghibli style", "watercolour", "chalk art", "cel shading", "low poly", "matte painting", "pencil sketch", "disney style", "steampunk",
                "storybook illustration", "tilt shift", "8K 3D",
            },
            styles.Select(style => style.Name).ToHashSet());
        foreach (var locale in (string?[])[null, "de", "fr", "es-ES", "ja"])
            Assert.Equal(styles.Count, styles.Select(style => style.NameIn(locale)).Distinct().Count());
        Assert.DoesNotContain(_logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public void All_AfterTheFileChanged_IsWhatItSaysNow()
    {
        var catalog = Catalog(_folder);
        Write("""[{"name":"ink","words":"ink drawing"}]""");
        Assert.Equal(["ink"], catalog.All.Select(style => style.Name));
        Write("""[{"name":"ink","words":"ink drawing"},{"name":"wool","words":"knitted","names":{"de":"Wolle"}}]""");
        Assert.Equal("wool", catalog.Find(" WOLLE ")?.Name);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("""[{"name":"a"}]""")]
    [InlineData("""[{"name":null,"words":"a"}]""")]
    [InlineData("""[{"name":"a","words":""}]""")]
    [InlineData("""[{"name":"a","words":"fog:-1"}]""")]
    [InlineData("""[{"name":"a","words":"a"},{"name":"A","words":"b"}]""")]
    [InlineData("""[{"name":"a","words":"a","names":{"de":""}}]""")]
    public void All_OfABrokenFile_StaysWhatItWasAndTheLogSaysWhy(string json)
    {
        var catalog = Catalog(_folder);
        Write("""[{"name":"ink","words":"ink drawing"}]""");
        Assert.Single(catalog.All);
        Write(json + "  ");
        Assert.Equal(["ink"], catalog.All.Select(style => style.Name));
        Assert.True(_logs.Contains(LogLevel.Warning, "styles.json"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private StyleCatalog Catalog(string folder) => new(new BotPaths(_folder, folder), new Logger<StyleCatalog>(_logs));

    private void Write(string json) => File.WriteAllText(Path.Combine(_folder, "styles.json"), json);
}
