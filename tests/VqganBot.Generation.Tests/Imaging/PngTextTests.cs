using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class PngTextTests
{
    [Theory]
    [InlineData("chicken surf")]
    [InlineData("")]
    [InlineData("two\nlines")]
    [InlineData("Übergröße, 鶏のサーフィン, 🐔🏄")]
    [InlineData("naïve")]
    [InlineData("{\"seed\": 18446744073709551615}")]
    public void EncodePng_WithText_IsReadBack(string value)
    {
        byte[] png = ImageCodec.EncodePng(Pictures.Gradient(16, 16), new Dictionary<string, string> { ["Description"] = value, ["Software"] = "VqganBot" });

        IReadOnlyDictionary<string, string> text = ImageCodec.ReadPngText(png);

        Assert.Equal(2, text.Count);
        Assert.Equal(value, text["Description"]);
    }

    [Fact]
    public void EncodePng_LongText_IsReadBack()
    {
        string value = string.Concat(Enumerable.Repeat("a long prompt… ", 20_000));
        byte[] png = ImageCodec.EncodePng(Pictures.Gradient(16, 16), new Dictionary<string, string> { ["Comment"] = value });

        Assert.Equal(value, ImageCodec.ReadPngText(png)["Comment"]);
    }

    [Fact]
    public void EncodePng_WithText_KeepsThePixels()
    {
        Rgb24Image image = Pictures.Noise(20, 20, seed: 3);
        byte[] png = ImageCodec.EncodePng(image, new Dictionary<string, string> { ["a"] = "b", ["ü".Length.ToString()] = "ü" });

        Assert.Equal(image.Pixels, ImageCodec.Decode(png).Pixels);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" lead")]
    [InlineData("trail ")]
    [InlineData("two  spaces")]
    [InlineData("naïve")]
    [InlineData("a keyword that is much longer than the seventy-nine characters PNG allows for it.")]
    public void EncodePng_KeywordThatPngForbids_Throws(string keyword)
    {
        var e = Assert.Throws<ArgumentException>(() => ImageCodec.EncodePng(Pictures.Gradient(4, 4), new Dictionary<string, string> { [keyword] = "x" }));

        Assert.Contains("1 to 79", e.Message);
    }

    [Fact]
    public void EncodePng_NulInValue_Throws() =>
        Assert.Throws<ArgumentException>(() => ImageCodec.EncodePng(Pictures.Gradient(4, 4), new Dictionary<string, string> { ["a"] = "b\0c" }));

    [Fact]
    public void ReadPngText_CompressedTextOfOtherPrograms_IsRead()
    {
        byte[] png = PngFiles.Of(1, 1, PngFiles.Grey, 8, [0, 0],
            ("zTXt", [.. "Title\0\0"u8, .. PngFiles.Deflated("zipped"u8)]),
            ("iTXt", [.. "Author\0\x01\0de\0Autor\0"u8, .. PngFiles.Deflated("Jürgen"u8)]),
            ("tEXt", [.. "Place\0caf"u8, 0xE9]));

        IReadOnlyDictionary<string, string> text = ImageCodec.ReadPngText(png);

        Assert.Equal("zipped", text["Title"]);
        Assert.Equal("Jürgen", text["Author"]);
        Assert.Equal("café", text["Place"]);
    }

    [Fact]
    public void ReadPngText_TextThatInflatesToGigabytes_IsLeftOut()
    {
        byte[] bomb = PngFiles.Deflated(new byte[50_000_000]);
        byte[] png = PngFiles.Of(1, 1, PngFiles.Grey, 8, [0, 0], ("zTXt", [.. "Bomb\0\0"u8, .. bomb]), ("tEXt", "Key\0value"u8.ToArray()));

        IReadOnlyDictionary<string, string> text = ImageCodec.ReadPngText(png);

        Assert.False(text.ContainsKey("Bomb"));
        Assert.Equal("value", text["Key"]);
    }

    [Fact]
    public void ReadPngText_CutAnywhere_GivesWhatIsComplete()
    {
        byte[] png = ImageCodec.EncodePng(Pictures.Gradient(8, 8), new Dictionary<string, string> { ["a"] = "b", ["c"] = "dé" });

        for (int length = 8; length < png.Length; length++)
            Assert.InRange(ImageCodec.ReadPngText(png.AsSpan(0, length)).Count, 0, 2);
    }

    [Fact]
    public void ReadPngText_NotAPng_Throws() => Assert.Throws<ImageCodecException>(() => ImageCodec.ReadPngText("hello"u8));
}
