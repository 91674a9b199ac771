using VqganBot.Moderation;

namespace VqganBot.Tests.Moderation;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("Chicken SURF", "chicken surf")]
    [InlineData("chícKèn sürf", "chicken surf")]
    [InlineData("chi\u0300cke\u0301n", "chicken")]
    [InlineData("ｃｈｉｃｋｅｎ", "chicken")]
    [InlineData("𝓬𝓱𝓲𝓬𝓴𝓮𝓷 𝔰𝔲𝔯𝔣 𝚜𝚞𝚛𝚏", "chicken surf surf")]
    [InlineData("ⓒⓗⓘⓒⓚⓔⓝ 🅒🅗🅘 🅲🅷🅸 🇨🇭🇮", "chicken chi chi chi")]
    [InlineData("сһісkеn", "chicken")]
    [InlineData("ϲнιϲкεη", "chicken")]
    [InlineData("ᴄʜɪᴄᴋᴇɴ ꜱᴜʀꜰ", "chicken surf")]
    [InlineData("chi\u200Bc\u200Dk\u00ADe\u2060n", "chicken")]
    [InlineData("c\u0489h\u20DDi\uFE0Fc", "chic")]
    [InlineData("z̸̡̛͎a̷l̶g̵o̴", "zalgo")]
    [InlineData("\U000E0063chick", "chick")]
    [InlineData("ﬁsh straße œuvre æther søren łódź", "fish strasse oeuvre aether soren lodz")]
    [InlineData("𝟙𝟚３", "123")]
    [InlineData("鶏 サーフィン", "鶏 サーフィン")]
    public void Fold_Disguises_AreTheLettersThatAReaderSees(string text, string letters) => Assert.Equal(letters, TextFolding.Fold(text));

    [Fact]
    public void Fold_AnyTextAtAll_IsFoldedOnceAndForAll()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            // Halves of surrogate pairs among them.
            var text = new string([.. Enumerable.Range(0, 20).Select(_ => (char)random.Next(0x10000))]);
            var folded = TextFolding.Fold(text);
            Assert.Equal(folded, TextFolding.Fold(folded));
        }
    }
}
