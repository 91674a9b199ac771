using VqganBot.Bot.Replies;

namespace VqganBot.Tests.Bot.Replies;

public sealed class EchoTests
{
    [Theory]
    [InlineData("chicken surf", "chicken surf")]
    [InlineData("**bold** _it_ ~~no~~", @"\*\*bold\*\* \_it\_ \~\~no\~\~")]
    [InlineData("`code` ||spoiler||", @"\`code\` \|\|spoiler\|\|")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("-# small", @"\-# small")]
    [InlineData("a - b", "a - b")]
    [InlineData("> quoted", @"\> quoted")]
    [InlineData("[text](https://bad.example)", @"\[text\](https\://bad.example)")]
    [InlineData("time: 3pm", "time: 3pm")]
    [InlineData("<@1> <#2> <t:3:R> </x:4>", "\\<@\u200B1\\> \\<#2\\> \\<t:3:R\\> \\</x:4\\>")]
    [InlineData("@everyone @here", "@\u200Beveryone @\u200Bhere")]
    [InlineData("two\nlines\r\n\tand  more ", "two lines and more")]
    [InlineData("evil\u202Etxt\u0007", "eviltxt")]
    public void Prompt_TextWithPowers_LosesThem(string typed, string shown) => Assert.Equal(shown, Echo.Prompt(typed));

    [Fact]
    public void Prompt_BackslashBeforeMarkup_CannotUndoTheEscape() => Assert.Equal(@"\\\*x", Echo.Prompt(@"\*x"));

    [Fact]
    public void Prompt_LongText_IsShortenedWithinTwiceTheBound()
    {
        var shown = Echo.Prompt(new string('*', 10_000), 300);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 2, 600);
    }

    [Fact]
    public void Plain_EmojiOfSeveralParts_IsNotTorn()
    {
        const string Family = "👨‍👩‍👧‍👦";
        Assert.Equal($"{Family}…", Echo.Plain(Family + Family, Family.Length + 3));
    }

    [Fact]
    public void Plain_OneLetterWithThousandAccents_StaysWithinTheBound() =>
        Assert.InRange(Echo.Plain("a" + new string('\u0301', 1000), 50).Length, 1, 50);

    [Fact]
    public void Plain_HalfASurrogatePair_BecomesValidText() => Assert.Equal("a\uFFFDb", Echo.Plain("a\uD83Db", 50));
}
