using Microsoft.Extensions.Configuration;
using VqganBot.Hosting;
using VqganBot.Hosting.Settings;

namespace VqganBot.Tests.Hosting;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("settings").FullName;

    [Fact]
    public void Read_SeveralWrong_TellsAllAtOnce()
    {
        var exception = Assert.Throws<SettingsException>(() => Read(
            ("DISCORD_API_URL", "http://example.com/api/v10"), ("VQGANBOT_HTTP", "nowhere"), ("VQGANBOT_LOG", "xml"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "there")));

        Assert.Contains("5 settings", exception.Message);
        foreach (var name in new[] { "DISCORD_TOKEN", "DISCORD_API_URL", "VQGANBOT_HTTP", "VQGANBOT_LOG", "OTEL_EXPORTER_OTLP_ENDPOINT" })
            Assert.Contains(name, exception.Message);
    }

    [Fact]
    public void Read_OnlyAToken_TakesTheDefaults()
    {
        var settings = Read(("DISCORD_TOKEN", "abc.def.ghi"));
        Assert.Equal("https://discord.com/api/v10", settings.Discord.ApiUrl);
        Assert.Equal("http://127.0.0.1:8090", settings.Http.Url);
    }

    [Fact]
    public void Read_EnvironmentBesideTheFile_TheEnvironmentWins()
    {
        File.WriteAllText(Path.Combine(_folder, "appsettings.json"), """{ "Http": { "Url": "http://127.0.0.1:1" }, "Logs": { "Format": "json" } }""");
        var settings = Read(("DISCORD_TOKEN", "abc.def.ghi"), ("VQGANBOT_HTTP", "http://127.0.0.1:2"));
        Assert.Equal("http://127.0.0.1:2", settings.Http.Url);
        Assert.Equal("json", settings.Logs.Format);
    }

    [Fact]
    public void Read_FileIsNoJson_SaysWhich()
    {
        File.WriteAllText(Path.Combine(_folder, "appsettings.json"), "{ oops");
        var exception = Assert.Throws<SettingsException>(() => Read(("DISCORD_TOKEN", "abc.def.ghi")));
        Assert.Contains("appsettings.json", exception.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SettingsReader Read(params (string Name, string Value)[] environment)
    {
        using var configuration = new ConfigurationManager();
        return SettingsReader.Read(configuration, new BotPaths(_folder, _folder), name => environment.FirstOrDefault(pair => pair.Name == name).Value);
    }
}
