using VqganBot.Generation.Tests.Imaging;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Imaging;
using VqganBot.Training.Data;
using VqganBot.Training.Data.Folder;
using VqganBot.Training.Toybox;
using Xunit;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Training;

public sealed class OwnPicturesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Open_OddAndBrokenFiles_SkipsTheBrokenByNameAndBringsTheRestToSize()
    {
        Write("square.png", ImageCodec.EncodePng(Pictures.Gradient(40, 40)));
        Write("wide.jpg", ImageCodec.EncodeJpeg(Pictures.Gradient(90, 30)));
        Write("inner/tall.webp", ImageCodec.EncodeWebp(Pictures.Gradient(20, 50)));
        Write("inner/deeper/dot.png", ImageCodec.EncodePng(Pictures.Plain(1, 1, 200, 10, 10)));
        Write("panorama.PNG", ImageCodec.EncodePng(Pictures.Gradient(400, 10)));
        Write("torn.png", ImageCodec.EncodePng(Pictures.Noise(40, 40, 1))[..900]);
        Write("words.gif", "these are words"u8.ToArray());
        Write("empty.jpeg", []);
        Write("notes.txt", "no picture"u8.ToArray());
        var told = new StringWriter();

        using var folder = Open(told);

        Assert.Equal(4, folder.Training.Count);
        Assert.Equal(1, folder.HeldBack.Count);
        foreach (var name in (string[])["torn.png", "words.gif", "empty.jpeg"])
            Assert.Contains($"skipped '{name}'", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("3 of 8 files were skipped", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("notes", told.ToString(), StringComparison.Ordinal);
        for (var seed = 0ul; seed < 20; seed++)
            Assert.Equal([4, 3, 16, 16], PictureBatch.Draw(folder.Training, 4, seed, 1, CPU).Pixels.shape);
    }

    [Fact]
    public void Open_Again_DecodesNothingUntilTheFolderChanges()
    {
        Fill(5);
        Write("torn.png", [1, 2, 3]);
        Open(TextWriter.Null).Dispose();
        var prepared = File.GetLastWriteTimeUtc(_folder["cache"]);

        var again = new StringWriter();
        Open(again).Dispose();
        Assert.DoesNotContain("skipped", again.ToString(), StringComparison.Ordinal);
        Assert.Equal(prepared, File.GetLastWriteTimeUtc(_folder["cache"]));

        Write("more.png", ImageCodec.EncodePng(Pictures.Noise(20, 20, 77)));
        using var folder = Open(again);
        Assert.Equal(6, folder.Training.Count + folder.HeldBack.Count);
        Assert.Contains("skipped 'torn.png'", again.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_HundredPictures_HoldsBackAFiftiethAndKeepsItWhenOneIsAdded()
    {
        Fill(100);
        string[] before;
        using (var folder = Open(TextWriter.Null))
        {
            before = Names(folder.HeldBack);
            Assert.Equal(2, before.Length);
            Assert.Empty(before.Intersect(Names(folder.Training)));
        }

        Write("one more.png", ImageCodec.EncodePng(Pictures.Noise(16, 16, 500)));
        using var larger = Open(TextWriter.Null);
        Assert.Subset(Names(larger.HeldBack).ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public void Read_WidePicture_ShowsItsMiddleOrByChanceAnotherPartAndMirrored()
    {
        var wide = new Rgb24Image(48, 16);
        for (var x = 0; x < 48; x++)
        {
            for (var y = 0; y < 16; y++)
                Pictures.Set(wide, x, y, (byte)(x * 5), 0, 0);
        }

        Write("wide.png", ImageCodec.EncodePng(wide));
        Write("other.png", ImageCodec.EncodePng(wide));
        using var folder = Open(TextWriter.Null, mirror: true);

        Assert.Equal(16 * 5, Reds(null)[0]);
        var views = Enumerable.Range(0, 60).Select(seed => Reds(new ToyRandom((ulong)seed))).ToArray();
        var starts = views.Select(view => Math.Min(view[0], view[15])).ToArray();
        Assert.InRange(starts.Distinct().Count(), 15, 33);
        Assert.All(views, view => Assert.Equal(75, Math.Abs(view[15] - view[0])));
        Assert.InRange(views.Count(view => view[0] > view[15]), 15, 45);

        int[] Reds(ToyRandom? dice)
        {
            var pixels = new byte[16 * 16 * 3];
            folder.Training.Read(0, dice, pixels);
            return [.. Enumerable.Range(0, 16).Select(x => (int)pixels[x * 3])];
        }
    }

    [Fact]
    public void Open_NothingToLearnFrom_SaysWhatIsMissing()
    {
        Directory.CreateDirectory(_folder["pictures"]);
        Assert.Contains("holds no pictures", Assert.Throws<InvalidDataException>(() => Open(TextWriter.Null)).Message, StringComparison.Ordinal);

        Write("one.png", ImageCodec.EncodePng(Pictures.Gradient(20, 20)));
        Assert.Contains("at least two", Assert.Throws<InvalidDataException>(() => Open(TextWriter.Null)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a_red-boat 003.png", null, "a red boat")]
    [InlineData("2 chickens on a wave.jpg", null, "2 chickens on a wave")]
    [InlineData("IMG_20210304_1122.png", null, null)]
    [InlineData("0001.png", null, null)]
    [InlineData("the sea 7.png", null, "the sea")]
    [InlineData("x.png", "\uFEFFa red boat\r\n\n  the sea \n", "a red boat|the sea")]
    [InlineData("red boat.png", "", null)]
    public void Captions_OfNameOrTextBeside_AreWhatIsSaid(string name, string? beside, string? expected)
    {
        Write(name, [0]);
        if (beside is not null)
            File.WriteAllText(Path.ChangeExtension(_folder[$"pictures/{name}"], ".txt"), beside);
        var listing = FolderListing.Of(_folder["pictures"]);

        Assert.Equal(expected?.Split('|') ?? [], PictureCaptions.Of(listing, name));
    }

    public void Dispose() => _folder.Dispose();

    private OwnPictures Open(TextWriter told, bool mirror = false) =>
        OwnPictures.Open(_folder["pictures"], 16, mirror, _folder["cache"], told, CancellationToken.None);

    private void Fill(int count)
    {
        for (var i = 0; i < count; i++)
            Write($"picture {i}.png", ImageCodec.EncodePng(Pictures.Noise(16, 16, i)));
    }

    private void Write(string name, byte[] bytes)
    {
        var path = _folder[$"pictures/{name}"];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    private static string[] Names(FolderPictures pictures) => [.. Enumerable.Range(0, pictures.Count).Select(pictures.Name)];
}
