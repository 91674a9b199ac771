using System.Text.Json;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.CommandLine;

/// <summary>What a person sees of <c>imagine</c>, with the real program as a child process.</summary>
public sealed class ImagineTests(ChildProcess program) : IClassFixture<ChildProcess>
{
    [Fact]
    public void Imagine_APrompt_PaintsToAFileNamedAfterIt()
    {
        program.Clear();
        var first = program.Imagine("chicken surf");
        var second = program.Imagine("chicken surf");

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Equal(["chicken-surf-2.png", "chicken-surf.png"], program.Files());
        Assert.Contains("chicken-surf.png", first.Out);
        Assert.Contains("seed", first.Out);
        Assert.Contains("--from-png chicken-surf.png", first.Out);
        Assert.Contains("step", first.Error);
        var picture = ImageCodec.DecodeFile(program.PathOf("chicken-surf.png"));
        Assert.Equal((48, 32), (picture.Width, picture.Height));
    }

    [Fact]
    public void Imagine_SameSeedTwice_WritesIdenticalFiles()
    {
        program.Clear();
        Assert.Equal(0, program.Imagine("a star", "--seed", "7", "--out", "a.png").Code);
        Assert.Equal(0, program.Imagine("a star", "--seed", "7", "--out", "b.png", "--save-every", "2", "--frames", "frames").Code);
        Assert.Equal(0, program.Imagine("a star", "--seed", "8", "--out", "c.png").Code);

        Assert.Equal(program.Bytes("a.png"), program.Bytes("b.png"));
        Assert.NotEqual(program.Bytes("a.png"), program.Bytes("c.png"));
        Assert.Equal(["b-0002.png", "b-0004.png", "b-0006.png"], Directory.GetFiles(program.PathOf("frames")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void FromPng_OfAPictureWithEverySetting_PaintsItIdentically()
    {
        program.Clear();
        File.WriteAllBytes(program.PathOf("init.png"), ImageCodec.EncodePng(Gradient()));
        var made = program.Imagine("a star | blurry:-0.5", "--seed", "18446744073709551615", "--size", "64x48", "--steps", "5", "--preset", "nerdyrodent",
            "--cutouts", "3", "--learning-rate", "0.07", "--init", "init.png", "--init-weight", "0.2", "--image-prompt", "init.png:0.5", "--out", "a.png");
        Assert.Equal((0, ""), (made.Code, Problems(made)));
        var again = program.Run("imagine", "--from-png", "a.png", "--init", "init.png", "--image-prompt", "init.png:0.5", "--out", "b.png");

        Assert.Equal((0, ""), (again.Code, Problems(again)));
        Assert.Equal(program.Bytes("a.png"), program.Bytes("b.png"));
    }

    [Fact]
    public void FromPng_WithAnotherSeed_KeepsTheOtherSettings()
    {
        program.Clear();
        program.Imagine("a star", "--seed", "1", "--size", "32x32", "--steps", "3", "--out", "a.png");
        var again = program.Run("imagine", "--from-png", "a.png", "--seed", "2", "--out", "b.png", "--json");

        using var line = JsonDocument.Parse(again.Out);
        Assert.Equal(2, line.RootElement.GetProperty("seed").GetInt32());
        Assert.Equal(3, line.RootElement.GetProperty("steps").GetInt32());
        Assert.Equal(32, line.RootElement.GetProperty("width").GetInt32());
        Assert.Equal("a star", line.RootElement.GetProperty("prompt").GetString());
    }

    [Fact]
    public void Json_PrintsOneLineAndNothingElseOnTheOutput()
    {
        program.Clear();
        var result = program.Imagine("a star", "--seed", "3", "--json");

        Assert.Equal(0, result.Code);
        Assert.Single(result.Out.TrimEnd('\n').Split('\n'));
        using var json = JsonDocument.Parse(result.Out);
        var line = json.RootElement;
        Assert.Equal("a star", line.GetProperty("prompt").GetString());
        Assert.Equal(3UL, line.GetProperty("seed").GetUInt64());
        Assert.Equal(6, line.GetProperty("steps").GetInt32());
        Assert.True(double.IsFinite(line.GetProperty("loss").GetDouble()));
        Assert.InRange(line.GetProperty("similarity").GetDouble(), -1, 1);
        Assert.True(line.GetProperty("seconds").GetDouble() > 0);
        Assert.True(line.GetProperty("stepsPerSecond").GetDouble() > 0);
        Assert.Equal("tiny", line.GetProperty("model").GetString());
        Assert.Equal("a-star.png", line.GetProperty("file").GetString());
        Assert.Equal((48, 32), (line.GetProperty("width").GetInt32(), line.GetProperty("height").GetInt32()));
    }

    [Fact]
    public void Count_PaintsSeedsCountingUp_AndASheet()
    {
        program.Clear();
        var four = program.Imagine("a star", "--seed", "10", "--count", "3", "--steps", "2", "--quiet");
        program.Imagine("a star", "--seed", "12", "--steps", "2", "--out", "alone.png");

        Assert.Equal(0, four.Code);
        Assert.Equal(["a-star-1.png", "a-star-2.png", "a-star-3.png", "a-star-sheet.png", "alone.png"], program.Files());
        Assert.Equal(program.Bytes("alone.png"), program.Bytes("a-star-3.png"));
        Assert.Equal("a-star-1.png\na-star-2.png\na-star-3.png\na-star-sheet.png\n", four.Out);
        var sheet = ImageCodec.DecodeFile(program.PathOf("a-star-sheet.png"));
        Assert.Equal((100, 68), (sheet.Width, sheet.Height));
    }

    [Theory]
    [InlineData("film.gif")]
    [InlineData("film.webp")]
    [InlineData("film.mp4")]
    public void Timelapse_IsWritten(string film)
    {
        if (film.EndsWith(".mp4", StringComparison.Ordinal) && ImagingLibrary.FfmpegVersion() is null) Assert.Skip("ffmpeg is not installed");
        program.Clear();
        var result = program.Imagine("a star", "--timelapse", film, "--out", "a.png");

        Assert.Equal((0, ""), (result.Code, Problems(result)));
        Assert.Equal(["a.png", film], program.Files());
        Assert.InRange(new FileInfo(program.PathOf(film)).Length, 200, 1_000_000);
    }

    [Fact]
    public void ImagePromptAlone_NeedsNoWords()
    {
        program.Clear();
        File.WriteAllBytes(program.PathOf("target.png"), ImageCodec.EncodePng(Gradient()));
        var result = program.Imagine("--image-prompt", "target.png", "--steps", "2");

        Assert.Equal((0, ""), (result.Code, Problems(result)));
        Assert.Equal(["picture.png", "target.png"], program.Files());
    }

    [Fact]
    public void SavedState_OfAFinishedPicture_GoesFurtherWithMoreSteps()
    {
        program.Clear();
        Assert.Equal(0, program.Imagine("a star", "--seed", "4", "--steps", "3", "--preset", "crowson", "--out", "a.png", "--save-state", "a.state").Code);
        Assert.Equal(0, program.Run("imagine", "--resume", "a.state", "--steps", "6", "--out", "b.png").Code);
        Assert.Equal(0, program.Imagine("a star", "--seed", "4", "--steps", "6", "--preset", "crowson", "--out", "c.png").Code);

        Assert.Equal(program.Bytes("c.png"), program.Bytes("b.png"));
    }

    [Fact]
    public void OddSize_IsRoundedDown_AndSaidSo()
    {
        program.Clear();
        var result = program.Imagine("a star", "--size", "51x35", "--steps", "1", "--out", "a.png");

        Assert.Equal(0, result.Code);
        Assert.Contains("51x35 was asked for and 48x32 is painted", result.Error);
        Assert.Contains("48x32", result.Out);
    }

    // What went wrong, without the progress.
    private static string Problems(CommandResult result) =>
        string.Join('\n', result.Error.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("  step", StringComparison.Ordinal) && !line.Contains(" steps", StringComparison.Ordinal)));

    private static Rgb24Image Gradient()
    {
        var picture = new Rgb24Image(20, 30);
        for (var i = 0; i < picture.Pixels.Length; i++) picture.Pixels[i] = (byte)(i * 7);
        return picture;
    }
}
