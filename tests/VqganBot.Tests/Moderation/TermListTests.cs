using VqganBot.Moderation;

namespace VqganBot.Tests.Moderation;

public sealed class TermListTests
{
    [Theory]
    [InlineData("darn")]
    [InlineData("a DARN chicken")]
    [InlineData("dàrn")]
    [InlineData("d4rn")]
    [InlineData("d@rn!")]
    [InlineData("dаrn")] // Cyrillic а
    [InlineData("d\u200Ba\u200Br\u200Bn")]
    [InlineData("d a r n")]
    [InlineData("d.a.r.n")]
    [InlineData("d-a_r*n")]
    [InlineData("da.rn")]
    [InlineData("daaaaarnnnn")]
    [InlineData("𝖉𝖆𝖗𝖓 it")]
    [InlineData("chicken:1.5 | darn:0.5")]
    [InlineData("chicken|darn")]
    [InlineData("“darn”, she said")]
    public void FindIn_AWordInDisguise_IsFound(string text) => Assert.Equal(["darn"], Found(text, "darn"));

    [Theory]
    [InlineData("darning socks")]
    [InlineData("modarn")]
    [InlineData("da rn")]
    [InlineData("Darnell")]
    [InlineData("barn, yarn and fern")]
    [InlineData("")]
    [InlineData("🐔🏄")]
    public void FindIn_OtherWords_AreLeftAlone(string text) => Assert.Empty(Found(text, "darn"));

    [Theory]
    [InlineData("ass", "a class of grass in Scunthorpe, assassins", false)]
    [InlineData("ass", "as seen 455 times", false)]
    [InlineData("ass", "a55", true)]
    [InlineData("ass", "a$$", true)]
    [InlineData("ass", "aasss", false)]
    [InlineData("ass", "aaassss", true)]
    [InlineData("god", "a good dog", false)]
    [InlineData("god", "goood", true)]
    [InlineData("hell", "he11", true)]
    [InlineData("hell", "hel1", true)]
    [InlineData("hit", "h!t me", true)]
    [InlineData("hi", "oh!", false)]
    [InlineData("he11", "hell", false)]
    [InlineData("he11", "he11", true)]
    [InlineData("1488", "1488", true)]
    [InlineData("xxx", "xxxxx", true)]
    [InlineData("xxx", "xx", false)]
    public void FindIn_HardCases_AreJudgedWell(string term, string text, bool isFound) => Assert.Equal(isFound, Found(text, term).Length > 0);

    [Theory]
    [InlineData("bad luck", "what bad  LUCK", true)]
    [InlineData("bad luck", "bad-luck", true)]
    [InlineData("bad luck", "luck, bad", false)]
    [InlineData("porn*", "some p0rnography", true)]
    [InlineData("porn*", "popcorn", false)]
    [InlineData("bad luck*", "bad luckiness", true)]
    [InlineData("鶏肉", "おいしい鶏肉です", true)]
    [InlineData("鶏肉", "鶏の肉", false)]
    [InlineData("хлеб", "Свежий ХЛЕБ!", true)]
    [InlineData("хлеб", "хлебный", false)]
    public void FindIn_PhrasesBeginningsAndOtherScripts_AreFound(string term, string text, bool isFound) => Assert.Equal(isFound, Found(text, term).Length > 0);

    [Fact]
    public void FindIn_APattern_SeesTheTextAndWhatItMeans()
    {
        var list = new TermList([new BlockedTerm(@"\bchick(en|s)?\b", IsRegex: true)]);
        Assert.Single(list.FindIn("a CHICKEN").Distinct());
        Assert.Single(list.FindIn("a сhісkеn").Distinct());
        Assert.Empty(list.FindIn("a chicory"));
    }

    [Fact]
    public void FindIn_ALongTextAndManyTerms_TakesLittleTime()
    {
        var list = new TermList([.. Enumerable.Range(0, 500).Select(number => new BlockedTerm($"word{number}x some more words{(number % 2 == 0 ? "*" : "")}"))]);
        var text = string.Concat(Enumerable.Repeat("w o r d 4 2 x some.more wordz aaaaaaaa $$$ ", 140));
        var start = TimeProvider.System.GetTimestamp();
        Assert.Empty(list.FindIn(text));
        // A loose bound: it takes some 50 ms, and what must not happen is that the time explodes.
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("a", false, "at least two letters or digits")]
    [InlineData("!!!", false, "at least two letters or digits")]
    [InlineData("(", true, "This is no regular expression")]
    [InlineData("(?=a)b", true, "cannot be matched in bounded time")]
    [InlineData(@"(a)\1", true, "cannot be matched in bounded time")]
    [InlineData("((a{1000}){1000})", true, "cannot be matched in bounded time")]
    [InlineData(".*", true, "would refuse even “a quiet lake at dawn”")]
    [InlineData("[a-z]+", true, "would refuse even “a quiet lake at dawn”")]
    public void Require_ATermThatWouldNotDo_SaysWhy(string text, bool isRegex, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<FormatException>(() => TermRules.Require(new BlockedTerm(text, isRegex))).Message);

    [Fact]
    public void Require_ATermThatIsTooLong_SaysHowLongItMayBe() =>
        Assert.Contains("at most 200 characters, this one has 201", Assert.Throws<FormatException>(() => TermRules.Require(new BlockedTerm(new string('x', 201)))).Message);

    private static string[] Found(string text, params string[] terms) =>
        [.. new TermList(terms.Select(term => new BlockedTerm(term))).FindIn(text).Select(term => term.Text).Distinct()];
}
