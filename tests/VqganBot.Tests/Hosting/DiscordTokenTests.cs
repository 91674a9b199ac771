using VqganBot.Hosting.Settings;

namespace VqganBot.Tests.Hosting;

public sealed class DiscordTokenTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Read_NeitherIsSet_IsNull() => Assert.Null(Read());

    [Theory]
    [InlineData("abc.DEF-1_2.xyz", "abc.DEF-1_2.xyz")]
    [InlineData("  Bot abc.def.ghi \n", "abc.def.ghi")]
    public void Read_FromTheFile_IsCleaned(string text, string expected)
    {
        File.WriteAllText(_file, text);
        Assert.Equal(expected, Read((EnvironmentNames.TokenFile, _file), (EnvironmentNames.Token, "the.other.one")));
    }

    [Fact]
    public void Read_FileIsMissing_NamesTheFileAndNotTheToken()
    {
        var exception = Assert.Throws<SettingsException>(() => Read((EnvironmentNames.TokenFile, "/no/such/file"), (EnvironmentNames.Token, "sec.ret.token")));
        Assert.Contains("/no/such/file", exception.Message);
        Assert.DoesNotContain("sec.ret.token", exception.Message);
    }

    [Theory]
    [InlineData("   ")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("\"quoted.token.here\"")]
    public void Read_WhatIsNoToken_IsRefusedWithoutEcho(string text)
    {
        var exception = Assert.Throws<SettingsException>(() => Read((EnvironmentNames.Token, text)));
        if (text.Trim().Length > 0) Assert.DoesNotContain(text.Trim(), exception.Message);
        Assert.Contains("discord.com/developers", exception.Message);
    }

    public void Dispose() => File.Delete(_file);

    private static string? Read(params (string Name, string Value)[] environment) =>
        DiscordToken.Read(name => environment.FirstOrDefault(pair => pair.Name == name).Value);
}
