using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class PictureFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-frames").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_GivesPicturesInTheOrderAPersonCounts_InOneSize()
    {
        string[] names = ["a9.png", "A10.png", "a010b.png", "a100.png", "b1.PNG"];
        foreach ((int i, string name) in names.Index())
            File.WriteAllBytes(Path.Combine(_folder, name), ImageCodec.EncodePng(Pictures.Plain(4 + i, 4, (byte)i, 0, 0)));
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "no picture");
        File.WriteAllText(Path.Combine(_folder, "._a9.png"), "another system's file");
        Directory.CreateDirectory(Path.Combine(_folder, "deeper.png"));

        PictureFolder folder = PictureFolder.Open(_folder);
        Rgb24Image[] frames = [.. folder.Read(1, 8, 6, 24)];

        Assert.Equal((4, 4, names.Length), (folder.Width, folder.Height, folder.Count(24)));
        Assert.Equal([1, 2, 3, 4], frames.Select(frame => (int)frame.Pixels[0]));
        Assert.All(frames, frame => Assert.Equal((8, 6), (frame.Width, frame.Height)));
    }

    [Theory]
    [InlineData("frame2", "frame10", -1)]
    [InlineData("2", "10", -1)]
    [InlineData("a99999999999999999999999", "a100000000000000000000000", -1)]
    [InlineData("frame", "frame1", -1)]
    [InlineData("f1a", "f01b", -1)]
    [InlineData("f1", "f1", 0)]
    public void NaturalOrder_ComparesNumbersAsNumbers(string a, string b, int expected)
    {
        Assert.Equal(expected, Math.Sign(new NaturalOrder().Compare(a, b)));
        Assert.Equal(-expected, Math.Sign(new NaturalOrder().Compare(b, a)));
    }

    [Fact]
    public void NaturalOrder_NamesThatCountAlike_StillHaveAnOrder() =>
        Assert.Equal(-Math.Sign(new NaturalOrder().Compare("f01", "f1")), Math.Sign(new NaturalOrder().Compare("f1", "f01")));

    [Fact]
    public void Open_WithoutPictures_SaysWhatWouldBeOne() =>
        Assert.Contains(".webp", Assert.Throws<ImageCodecException>(() => PictureFolder.Open(_folder)).Message);

    [Fact]
    public void Read_ADamagedFrame_NamesIt()
    {
        File.WriteAllBytes(Path.Combine(_folder, "1.png"), ImageCodec.EncodePng(new Rgb24Image(4, 4)));
        File.WriteAllText(Path.Combine(_folder, "2.png"), "no picture");
        PictureFolder folder = PictureFolder.Open(_folder);
        Assert.Contains("2.png", Assert.Throws<ImageCodecException>(() => folder.Read(0, 4, 4, 24).ToArray()).Message);
    }
}
