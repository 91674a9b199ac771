using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using VqganBot.Generation.Tests.Imaging;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.CommandLine;

/// <summary>What a person sees of <c>film</c>, with the real program as a child process.</summary>
public sealed partial class FilmTests(ChildProcess program) : IClassFixture<ChildProcess>
{
    [Fact]
    public void Zoom_WritesAFilmAndOneLineOfJsonAndNothingElse()
    {
        program.Clear();
        var result = Film("zoom", "a star", "--frames", "4", "--steps", "2", "--steps-per-frame", "2", "--rotate", "-0.5", "--shift", "-1,2", "--fps", "8", "--out", "z.mp4", "--json");

        Assert.Equal(0, result.Code);
        Assert.Equal(["z.mp4"], program.Files());
        var film = Ffprobe.Read(program.PathOf("z.mp4"));
        Assert.Equal(("4", "8/1", "48", "32"), (film["nb_read_frames"], film["r_frame_rate"], film["width"], film["height"]));
        Assert.Single(result.Out.TrimEnd('\n').Split('\n'));
        using var json = JsonDocument.Parse(result.Out);
        Assert.Equal(("Zoom", 4, "z.mp4"), (
            json.RootElement.GetProperty("kind").GetString(), json.RootElement.GetProperty("frames").GetInt32(), json.RootElement.GetProperty("file").GetString()));
    }

    [Fact]
    public void Story_Interrupted_SaysHowToGoOn_AndEqualsAnUninterruptedOne()
    {
        program.Clear();
        string[] story = ["film", "story", "a star ^ a sea", "--model", "tiny", "--seed", "5", "--steps", "40", "--cutouts", "2", "--frames-per-phrase", "10", "--steps-per-frame", "8", "--zoom", "1.05", "--keep"];
        CommandResult stopped;
        using (var process = program.Start([.. story, "--out", "part.gif"]))
        {
            // Past the first picture, in the midst of the frames.
            WaitForStep(process, 60);
            Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
            stopped = ChildProcess.Finish(process);
        }

        Assert.Equal(130, stopped.Code);
        Assert.Contains("film resume part.film", stopped.Out);
        Assert.Equal(["part.film"], program.Files());

        Assert.Equal(0, program.Run("film", "resume", "part.film/").Code);
        Assert.Equal(0, program.Run([.. story, "--out", "whole.gif"]).Code);
        Assert.Equal(["part.film", "part.gif", "whole.film", "whole.gif"], program.Files());
        var frames = Directory.GetFiles(program.PathOf("whole.film")).Select(Path.GetFileName).Order().ToArray();
        Assert.Equal(20, frames.Length);
        Assert.Equal(frames, Directory.GetFiles(program.PathOf("part.film")).Select(Path.GetFileName).Order());
        Assert.All(frames, frame => Assert.Equal(program.Bytes($"whole.film/{frame}"), program.Bytes($"part.film/{frame}")));
        Assert.Equal(program.Bytes("whole.gif"), program.Bytes("part.gif"));
    }

    [Fact]
    public void Style_OfAVideo_KeepsItsRateItsShapeAndItsSound()
    {
        program.Clear();
        using (var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc=size=64x32:rate=10:duration=0.5", "-f", "lavfi", "-i", "sine=duration=1", program.PathOf("in.mp4")]))
            ffmpeg.WaitForExit();

        Assert.Equal(0, Film("style", "in.mp4", "a star", "--steps-per-frame", "1", "--out", "out.mp4").Code);

        Assert.Equal(["in.mp4", "out.mp4"], program.Files());
        var film = Ffprobe.Read(program.PathOf("out.mp4"));
        // The tiny model likes 48x32 pixels: as many, twice as wide as high.
        Assert.Equal(("5", "10/1", "56", "28"), (film["nb_read_frames"], film["r_frame_rate"], film["width"], film["height"]));
        Assert.Equal("aac", VideoFile.Open(program.PathOf("out.mp4")).Sound!.Codec);
    }

    [Theory]
    [InlineData("is there already", "zoom", "a star", "--out", "left.mp4")]
    [InlineData("two numbers of pixels", "zoom", "a star", "--shift", "left")]
    [InlineData("--fps goes up to 240", "zoom", "a star", "--fps", "1e9")]
    [InlineData("must lie between 0.5 and 2", "zoom", "a star", "--zoom", "9")]
    [InlineData("a film takes at most 100,000", "story", "a ^ b", "--frames-per-phrase", "9000", "--steps-per-frame", "100")]
    [InlineData("neither a video nor a folder", "style", "nowhere", "a star")]
    [InlineData("no picture in the folder", "style", "left.film", "a star")]
    [InlineData("could not be read", "style", "list.mp4", "a star")]
    [InlineData("lacks some", "resume", "left.film")]
    [InlineData("has no film.json", "resume", "nowhere")]
    public void BadInput_IsOneSentenceAndLeavesNothing(string expected, params string[] args)
    {
        program.Clear();
        Directory.CreateDirectory(program.PathOf("left.film"));
        File.WriteAllText(program.PathOf("left.film/film.json"), """{"program":"x","kind":"Zoom","framesPerSecond":24,"out":"../../x.mp4","modelSha256":"x","plan":{"frames":{},"frameCount":3,"stepsPerFrame":1}}""");
        File.WriteAllText(program.PathOf("list.mp4"), "#EXTM3U\n#EXTINF:1,\n/etc/hostname\n#EXT-X-ENDLIST\n");
        string[] model = args[0] == "resume" ? [] : ["--model", "tiny"];

        var result = program.Run(["film", .. args, .. model]);

        Assert.NotEqual(0, result.Code);
        Assert.Contains(expected, result.Error);
        Assert.DoesNotContain("   at ", result.Error);
        Assert.DoesNotContain("Please report", result.Error);
        Assert.Empty(result.Out);
        Assert.Equal(["left.film", "list.mp4"], program.Files());
    }

    private CommandResult Film(string kind, params string[] args) => program.Run(["film", kind, .. args, "--model", "tiny", "--seed", "5"]);

    private static void WaitForStep(Process process, int step)
    {
        while (process.StandardError.ReadLine() is { } line)
        {
            if (StepLine().Match(line) is { Success: true } match && int.Parse(match.Groups[1].Value) >= step) return;
        }

        Assert.Fail($"The program ended before step {step}.");
    }

    [GeneratedRegex(@"^  step +(\d+)/")]
    private static partial Regex StepLine();
}
