using System.Text.Json;
using VqganBot.Bot;
using VqganBot.Bot.Commands;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Bot.Commands;

public sealed class OptionReaderTests
{
    [Fact]
    public void Of_ASubcommandInAGroup_NamesTheWholePathAndReadsItsOptions()
    {
        var options = Read("""{"name":"limits","options":[{"name":"a","type":2,"options":[{"name":"set","type":1,"options":[{"name":"value","type":3,"value":"7"}]}]}]}""");
        Assert.Equal("limits a set", options.Command);
        Assert.Equal("7", options.String("value"));
    }

    [Fact]
    public void Values_OfTheirKind_AreRead()
    {
        var options = Read("""
            {"name":"imagine","options":[{"name":"prompt","type":3,"value":"chicken surf"},{"name":"steps","type":4,"value":30},{"name":"strength","type":10,"value":0.25},
            {"name":"private","type":5,"value":true},{"name":"image","type":11,"value":"5"},{"name":"user","type":6,"value":"9"}],
            "resolved":{"attachments":{"5":{"id":"5","filename":"a.png","url":"https://cdn.discordapp.com/a.png","size":3}}}}
            """);
        Assert.Equal("chicken surf", options.String("prompt"));
        Assert.Equal(30, options.Integer("steps", 1, 100));
        Assert.Equal(0.25, options.Number("strength"));
        Assert.True(options.Boolean("private"));
        Assert.Equal("a.png", options.Attachment("image")!.Filename);
        Assert.Equal(new Snowflake(9), options.Snowflake("user"));
        Assert.Null(options.String("style"));
        Assert.False(options.Has("style"));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    [InlineData("1e400")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999999999")]
    [InlineData("-9007199254740993")]
    [InlineData("-9223372036854775808")]
    public void Values_OfAnyKind_AreReadOrRefusedInWords(string json)
    {
        var options = Read($$"""{"name":"imagine","options":[{"name":"x","type":3,"value":{{json}}}]}""");
        Action[] reads = [() => options.String("x"), () => options.Integer("x"), () => options.Number("x"), () => options.Boolean("x"), () => options.Snowflake("x"), () => options.Attachment("x")];
        foreach (var read in reads)
            if (Record.Exception(read) is { } exception)
                Assert.Contains("`x`", Assert.IsType<UserFacingException>(exception).Message);
    }

    [Theory]
    [InlineData(9007199254740991, true)]
    [InlineData(-9007199254740991, true)]
    [InlineData(9007199254740992, false)]
    [InlineData(long.MinValue, false)]
    [InlineData(long.MaxValue, false)]
    public void Integer_OfMoreThan53Bits_IsRefused(long value, bool isTaken)
    {
        var options = Read($$"""{"name":"imagine","options":[{"name":"seed","type":4,"value":{{value}}}]}""");
        if (isTaken) Assert.Equal(value, options.Integer("seed"));
        else Assert.Throws<UserFacingException>(() => options.Integer("seed"));
    }

    [Fact]
    public void Integer_OutOfItsBounds_IsRefusedWithThem()
    {
        var options = Read("""{"name":"imagine","options":[{"name":"count","type":4,"value":100}]}""");
        var refusal = Assert.Throws<UserFacingException>(() => options.Integer("count", 1, 9));
        Assert.Equal("The option `count` was given 100; it takes a whole number from 1 to 9.", refusal.Message);
    }

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"name":"imagine"}""", "imagine")]
    [InlineData("""{"name":"limits","options":[{"name":"set","type":1}]}""", "limits set")]
    [InlineData("""{"name":"a","options":[{"name":"b","type":2,"options":[{"name":"c","type":1,"options":[{"name":"d","type":1,"options":[]}]}]}]}""", "a b c")]
    public void Of_AnyShape_Reads(string data, string command) => Assert.Equal(command, Read(data).Command);

    [Fact]
    public void Focused_WhileTyping_IsTheOptionWithItsTextSoFar()
    {
        var options = Read("""{"name":"cancel","options":[{"name":"job","type":4,"value":12,"focused":true}]}""");
        Assert.Equal(("job", "12"), options.Focused);
        Assert.Null(Read("""{"name":"cancel","options":[{"name":"job","type":4,"value":12}]}""").Focused);
    }

    private static OptionReader Read(string data) => OptionReader.Of(new Interaction
    {
        Id = new Snowflake(1),
        ApplicationId = new Snowflake(2),
        Type = InteractionType.ApplicationCommand,
        Token = "token",
        Data = JsonSerializer.Deserialize(data, DiscordJson.Default.InteractionData),
    });
}
