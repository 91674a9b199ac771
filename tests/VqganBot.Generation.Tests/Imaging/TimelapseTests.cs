using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class TimelapseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-film").FullName;

    [Theory]
    [InlineData(64, 48, 64, 48)]
    [InlineData(63, 47, 64, 48)]
    [InlineData(1, 1, 2, 2)]
    public void Write_Mp4_PlaysEverywhere(int width, int height, int filmWidth, int filmHeight)
    {
        string path = Film(".mp4", Frames(width, height, 12), framesPerSecond: 10);

        IReadOnlyDictionary<string, string> video = Ffprobe.Read(path);
        Assert.Equal("h264", video["codec_name"]);
        Assert.Equal("yuv420p", video["pix_fmt"]);
        Assert.Equal("bt709", video["color_space"]);
        Assert.Equal((filmWidth, filmHeight), (int.Parse(video["width"]), int.Parse(video["height"])));
        Assert.Equal("12", video["nb_read_frames"]);
        Assert.Equal("10/1", video["r_frame_rate"]);

        // A player may begin before the file is complete only when the index is in front of the pictures.
        byte[] bytes = File.ReadAllBytes(path);
        Assert.InRange(bytes.AsSpan().IndexOf("moov"u8), 1, bytes.AsSpan().IndexOf("mdat"u8));
        AssertNothingElseRemains(path);
    }

    [Fact]
    public void Write_Mp4_KeepsTheColours()
    {
        string path = Film(".mp4", Enumerable.Repeat(Pictures.Plain(63, 63, 200, 60, 30), 5), framesPerSecond: 5);

        Rgb24Image frame = ImageCodec.Decode(Ffprobe.FirstFrameAsPng(path));

        Pictures.AssertNear((200, 60, 30), Pictures.At(frame, 30, 30), tolerance: 5);
        // The padding is the edge repeated.
        Pictures.AssertNear((200, 60, 30), Pictures.At(frame, 63, 63), tolerance: 5);
    }

    [Theory]
    [InlineData(".gif")]
    [InlineData(".webp")]
    public void Write_Animation_HasItsFramesAndLoops(string extension)
    {
        string path = Film(extension, Frames(40, 30, 7), framesPerSecond: 4);

        byte[] file = File.ReadAllBytes(path);
        AnimationFile animation = extension == ".gif" ? AnimationFile.OfGif(file) : AnimationFile.OfWebp(file);
        Assert.Equal(7, animation.DelaysInMilliseconds.Count);
        Assert.All(animation.DelaysInMilliseconds, delay => Assert.Equal(250, delay));
        Assert.True(animation.RepeatsForEver);
        Rgb24Image first = ImageCodec.Decode(file);
        Assert.Equal((40, 30), (first.Width, first.Height));
        Assert.InRange(Pictures.Difference(Frames(40, 30, 1).First(), first), 0, 4);
        AssertNothingElseRemains(path);
    }

    [Theory]
    [InlineData(".gif", 30, 1000)]
    [InlineData(".webp", 30, 1000)]
    [InlineData(".gif", 500, 600)]
    public void Write_RateThatDoesNotDivide_LastsAsLongAsItShould(string extension, double rate, int expectedMilliseconds)
    {
        byte[] file = File.ReadAllBytes(Film(extension, Frames(8, 8, 30), rate));

        AnimationFile animation = extension == ".gif" ? AnimationFile.OfGif(file) : AnimationFile.OfWebp(file);
        Assert.Equal(expectedMilliseconds, animation.DelaysInMilliseconds.Sum());
    }

    [Theory]
    [InlineData(".mp4")]
    [InlineData(".webp")]
    [InlineData(".gif")]
    public void Write_FramesBreakOff_LeavesTheOldFileAndNothingElse(string extension)
    {
        string path = Path.Combine(_folder, "film" + extension);
        File.WriteAllText(path, "the old film");

        Assert.Throws<InvalidOperationException>(() => Timelapse.Write(path, BrokenFrames(), 10, TestContext.Current.CancellationToken));

        Assert.Equal("the old film", File.ReadAllText(path));
        AssertNothingElseRemains(path);
    }

    [Theory]
    [InlineData(".mp4")]
    [InlineData(".gif")]
    public void Write_Cancelled_LeavesNothing(string extension)
    {
        using var cancellation = new CancellationTokenSource();
        IEnumerable<Rgb24Image> frames = Frames(16, 16, 100).Select((frame, i) =>
        {
            if (i == 5)
                cancellation.Cancel();
            return frame;
        });

        Assert.Throws<OperationCanceledException>(() => Timelapse.Write(Path.Combine(_folder, "film" + extension), frames, 10, cancellation.Token));

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_FramesOfDifferentSizes_SaysWhich()
    {
        var e = Assert.Throws<ArgumentException>(() => Film(".gif", [Pictures.Gradient(8, 8), Pictures.Gradient(9, 8)], 10));

        Assert.Contains("frame 1 has 9x8 pixels, the first has 8x8", e.Message);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("film.avi", ".mp4, .webp or .gif")]
    [InlineData("film", ".mp4, .webp or .gif")]
    [InlineData("no/such/folder/film.mp4", "folder does not exist")]
    public void Write_PathThatCannotBe_SaysWhy(string name, string expected)
    {
        var e = Assert.Throws<ImageCodecException>(() => Timelapse.Write(Path.Combine(_folder, name), Frames(8, 8, 2), 10, TestContext.Current.CancellationToken));

        Assert.Contains(expected, e.Message);
    }

    [Fact]
    public void Write_WiderThanWebpAllows_SaysTheLimitAndLeavesNothing()
    {
        var e = Assert.Throws<ImageCodecException>(() => Film(".webp", [new Rgb24Image(16400, 2), new Rgb24Image(16400, 2)], 10));

        Assert.Contains("16383", e.Message);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Write_RateThatCannotBe_Throws(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Film(".mp4", Frames(8, 8, 2), rate));

    [Fact]
    public void Write_NoFrames_Throws() => Assert.Throws<ArgumentException>(() => Film(".mp4", [], 10));

    [Fact]
    public void Write_NameWithSpecialCharacters_IsTakenLiterally()
    {
        string path = Path.Combine(_folder, "-ein Fïlm: [page=2] %03d.mp4");

        Timelapse.Write(path, Frames(8, 8, 2), 10, TestContext.Current.CancellationToken);

        Assert.True(File.Exists(path));
        AssertNothingElseRemains(path);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<Rgb24Image> Frames(int width, int height, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Rgb24Image frame = Pictures.Gradient(width, height);
            int x = i % width, y = i % height;
            Pictures.Set(frame, x, y, 255, 255, 255);
            yield return frame;
        }
    }

    private static IEnumerable<Rgb24Image> BrokenFrames()
    {
        foreach (Rgb24Image frame in Frames(32, 32, 5))
            yield return frame;
        throw new InvalidOperationException("the painting failed");
    }

    private string Film(string extension, IEnumerable<Rgb24Image> frames, double framesPerSecond)
    {
        string path = Path.Combine(_folder, "film" + extension);
        Timelapse.Write(path, frames, framesPerSecond, TestContext.Current.CancellationToken);
        return path;
    }

    private void AssertNothingElseRemains(string path) => Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
}
