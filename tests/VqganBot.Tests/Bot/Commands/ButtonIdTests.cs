using VqganBot.Bot;

namespace VqganBot.Tests.Bot.Commands;

public sealed class ButtonIdTests
{
    [Theory]
    [InlineData(ButtonActions.Variation, 1, 0, "vary:1:1")]
    [InlineData(ButtonActions.Variation, 12345, 3, "vary:12345:1:3")]
    [InlineData(ButtonActions.Gallery, 0, 10_000, "gallery:0:1:10000")]
    public void Parse_WhatToStringWrote_IsTheSame(string action, long job, int number, string text)
    {
        var id = new ButtonId(action, job, number);
        Assert.Equal(text, id.ToString());
        Assert.Equal(id, ButtonId.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("::")]
    [InlineData(":1:1")]
    [InlineData("vary:1")]
    [InlineData("vary:1:2")]
    [InlineData("vary:-1:1")]
    [InlineData("vary:+1:1")]
    [InlineData("vary: 1:1")]
    [InlineData("vary:99999999999999999999:1")]
    [InlineData("vary:1:1:-3")]
    [InlineData("vary:1:1:4294967297")]
    [InlineData("vary:1:1:")]
    [InlineData("vary:1:1:3:4")]
    [InlineData("vary:١:1")]
    [InlineData("a-very-long-action-indeed:1:1")]
    public void Parse_AForgedId_IsNothing(string? text) => Assert.Null(ButtonId.Parse(text));

    [Fact]
    public void Parse_RandomText_NeverThrowsAndReadsBackWhatItAccepts()
    {
        const string Letters = "vary:0123456789-+ \0é:::1";
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(30)).Select(_ => Letters[random.Next(Letters.Length)])]);
            if (ButtonId.Parse(text) is { } id) Assert.Equal(id, ButtonId.Parse(id.ToString()));
        }
    }
}
