using VqganBot.Generation.Clip;

namespace VqganBot.Tests.Clip;

/// <summary>The expected texts are what the original's clean-up (ftfy, html.unescape, lower) makes of them.</summary>
public sealed class PromptCleanerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  A \t big\r\n\u00A0Wave\u3000 ", "a big wave")]
    [InlineData("“Quoted” ‘it’s’ ʼ", "\"quoted\" 'it's' '")]
    [InlineData("ﬁsh ﬄ ﬆ Ĳ ǆ", "fish ffl st ij dž")]
    [InlineData("Ｆｕｌｌ ｶﾞ ｱ", "full ガ ア")]
    [InlineData("cafe\u0301 \u1112\u1161\u11AB", "café 한")]
    [InlineData("\u001B[31mred\u001B[0m \u0000a\u0007b\uFEFF\u001Cc", "red abc")]
    [InlineData("caf\u00C3\u00A9", "café")]
    [InlineData("it\u00E2\u20AC\u2122s \u00E2\u20AC\u0153here\u00E2\u20AC\u009D", "it's \"here\"")]
    [InlineData("caf\u00C3\u0192\u00C2\u00A9", "café")]
    [InlineData("voil\u00C3 le travail", "voilà le travail")]
    [InlineData("DÉJÀ VU à l’ÉCOLE… «CAFÉ» MAÇÃ Spaß– 5×³", "déjà vu à l'école… «café» maçã spaß– 5×³")]
    [InlineData("un café\u00A0» et l’été……", "un café » et l'été……")]
    [InlineData("one\u0085two", "one…two")]
    [InlineData("&amp;lt;b&amp;gt; &eacute;&#39;s", "<b> é's")]
    [InlineData("this &ampthat &copy2 &notit; &Ntilde", "this &that ©2 ¬it; ñ")]
    [InlineData("P&EACUTE;REZ", "pérez")]
    [InlineData("&#x1F414; &#128; &#xD800; &#0; &#1; &#99999999999;", "🐔 € \uFFFD \uFFFD \uFFFD")]
    [InlineData("&CounterClockwiseContourIntegral; &NotEqualTilde;", "∳ ≂̸")]
    [InlineData("<b> &EACUTE;", "<b> &eacute;")]
    [InlineData("İstanbul ΌΔΟΣ Σ ΣΑΣ. ǅ 𐐀", "i̇stanbul όδος σ σας. dž 𐐨")]
    public void Clean_Text_EqualsTheOriginals(string text, string expected) => Assert.Equal(expected, PromptCleaner.Clean(text));

    [Fact]
    public void Clean_LoneSurrogate_BecomesTheReplacementCharacter() =>
        Assert.Equal("lone \uFFFD half", PromptCleaner.Clean("lone " + (char)0xD83D + " half"));

    [Theory]
    [InlineData("x𝒜𝒷y 1²½", new[] { "x𝒜𝒷y", "1", "²", "½" })]
    [InlineData("don't rock'n'roll!'s 'ſ", new[] { "don", "'t", "rock", "'", "n", "'", "roll", "!'", "s", "'ſ" })]
    [InlineData("<|endoftext|>a<|b", new[] { "<|endoftext|>", "a", "<|", "b" })]
    [InlineData("🐔🏄 हिन्", new[] { "🐔🏄", "ह", "ि", "न", "्" })]
    public void Split_Text_CutsWhereTheOriginalDoes(string text, string[] expected) => Assert.Equal(expected, WordSplitter.Split(text));

    [Theory]
    [InlineData("a\u0323\u0302", "\u1EAD")]
    [InlineData("a\u0302\u0323", "\u1EAD")]
    [InlineData("\u0958", "\u0915\u093C")] // never composed
    [InlineData("\u212B\uF900", "\u00C5\u8C48")]
    [InlineData("a\u0315\u0300\u05AE\u0062", "\u00E0\u05AE\u0315b")]
    public void Compose_Marks_GivesNormalFormC(string text, string expected) => Assert.Equal(expected, UnicodeComposer.Compose(text));
}
