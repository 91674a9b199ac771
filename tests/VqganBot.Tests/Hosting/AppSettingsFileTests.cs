using System.Reflection;
using Microsoft.Extensions.Configuration;
using VqganBot.Hosting;
using VqganBot.Hosting.Settings;
using VqganBot.Models;

namespace VqganBot.Tests.Hosting;

/// <summary>config/appsettings.json and .env.example against the options of the code: none missing, none unknown, the same defaults.</summary>
public sealed class AppSettingsFileTests
{
    private static readonly IConfiguration File = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(ModelFolders.Home, "config", "appsettings.json")).Build();

    private static readonly Type[] Options = [.. typeof(BotHost).Assembly.GetTypes()
        .Where(type => type.GetField("Section", BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy) is { IsLiteral: true })];

    public static TheoryData<string, string> Settings => new(Options.SelectMany(type => Properties(type).Select(property => (SectionOf(type), property.Name))));

    [Theory]
    [MemberData(nameof(Settings))]
    public void File_EveryOption_StandsThereWithItsDefault(string section, string name)
    {
        var type = Options.Single(type => SectionOf(type) == section);
        var property = type.GetProperty(name)!;
        var expected = property.GetValue(Activator.CreateInstance(type));
        Assert.True(File[$"{section}:{name}"] is not null, $"config/appsettings.json lacks {section}:{name}; its default is '{expected}'.");

        var found = property.GetValue(File.GetSection(section).Get(type));
        Assert.Equal(expected ?? "", found ?? "");
    }

    [Fact]
    public void File_EveryKey_IsAnOption()
    {
        var known = Settings.Select(row => row.Data).Select(row => $"{row.Item1}:{row.Item2}").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var keys = File.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key).Where(key => !key.StartsWith("Logging:", StringComparison.Ordinal));
        Assert.DoesNotContain(keys, key => !known.Contains(key));
    }

    [Fact]
    public void EnvExample_EveryVariableOfTheBot_IsExplained()
    {
        var lines = System.IO.File.ReadAllLines(Path.Combine(ModelFolders.Home, ".env.example"));
        string[] names = [EnvironmentNames.TokenFile, EnvironmentNames.Token, EnvironmentNames.Data, EnvironmentNames.Config, .. EnvironmentNames.Options.Keys];
        foreach (var name in names)
        {
            var at = Array.FindIndex(lines, line => line.StartsWith(name + "=", StringComparison.Ordinal));
            Assert.True(at > 0, $".env.example lacks {name}.");
            Assert.True(lines[at - 1].StartsWith('#') || lines[at - 1].Contains('='), $".env.example does not say what {name} is.");
        }
    }

    private static string SectionOf(Type type) => (string)type.GetField("Section")!.GetRawConstantValue()!;

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);
}
