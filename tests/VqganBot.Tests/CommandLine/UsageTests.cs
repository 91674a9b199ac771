namespace VqganBot.Tests.CommandLine;

public sealed class UsageTests
{
    [Fact]
    public void NoArguments_WelcomesWithThreeThingsToTry_AndSucceeds()
    {
        var (code, output, error) = CommandLineRunner.Run();

        Assert.Equal(0, code);
        Assert.Contains("imagine \"chicken surf\"", output);
        Assert.Contains("--count 4", output);
        Assert.Contains("doctor", output);
        Assert.Contains("playground", output);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("imagine", "--help")]
    [InlineData("models", "--help")]
    [InlineData("doctor", "--help")]
    [InlineData("bench", "step", "--help")]
    [InlineData("imagine", "--steps", "abc", "--help")]
    public void Help_OnAnyCommand_Succeeds(params string[] args)
    {
        var (code, output, _) = CommandLineRunner.Run(args);

        Assert.Equal(0, code);
        Assert.Contains("Usage:", output);
    }

    [Fact]
    public void Help_OfImagine_ListsEveryOptionAndExamples()
    {
        var (_, output, _) = CommandLineRunner.Run("imagine", "--help");

        string[] options = ["--out", "--size", "--steps", "--seed", "--preset", "--model", "--init", "--init-weight", "--image-prompt",
            "--spot", "--spot-off", "--spot-mask", "--clip", "--drawer", "--pixel-size", "--tile", "--transparent", "--solid-weight", "--palette", "--palette-only",
            "--symmetry", "--saturation", "--smoothness", "--keep-edges", "--edge", "--edge-width", "--cutouts", "--learning-rate", "--start", "--drafts", "--guidance", "--best-of", "--low-resolution", "--save-every", "--frames", "--timelapse", "--count", "--resume", "--save-state", "--from-png", "--json", "--quiet"];
        Assert.All(options, option => Assert.Contains(option, output));
        Assert.Contains("Examples:", output);
    }

    [Theory]
    [InlineData("--size takes pixels", "--size", "axb")]
    [InlineData("--size zero", "--size", "0x64")]
    [InlineData("--size one number", "--size", "64")]
    [InlineData("--size beyond a number", "--size", "99999999999x1")]
    [InlineData("--steps word", "--steps", "many")]
    [InlineData("--steps zero", "--steps", "0")]
    [InlineData("--seed negative", "--seed", "-1")]
    [InlineData("--learning-rate word", "--learning-rate", "fast")]
    [InlineData("--learning-rate infinite", "--learning-rate", "Infinity")]
    [InlineData("--cutouts zero", "--cutouts", "0")]
    [InlineData("--count zero", "--count", "0")]
    [InlineData("--drawer word", "--drawer", "pencil")]
    [InlineData("--symmetry word", "--symmetry", "diagonal:2")]
    [InlineData("--symmetry weight", "--symmetry", "both:-2")]
    [InlineData("--edge weight", "--edge", "red:0")]
    [InlineData("--smoothness negative", "--smoothness", "-1")]
    [InlineData("--start unknown", "--start", "nowhere")]
    public void Imagine_BadNumber_SaysWhatItTakes(string what, string option, string value)
    {
        _ = what;
        var (code, output, error) = CommandLineRunner.Run("imagine", "chicken surf", option, value);

        Assert.Equal(2, code);
        Assert.Contains($"{option} was given '{value}'; it takes", error);
        Assert.Empty(output);
    }

    [Theory]
    [InlineData("The prompt is empty", "imagine")]
    [InlineData("The prompt is empty", "imagine", "")]
    [InlineData("The prompt is empty", "imagine", "   ")]
    [InlineData("'--stepz' is not an option", "imagine", "chicken", "--stepz", "5")]
    [InlineData("must end in .png", "imagine", "chicken", "--out", "picture.bmp")]
    [InlineData("must end in .png", "imagine", "chicken", "--out", "picture")]
    [InlineData("must end in .mp4", "imagine", "chicken", "--timelapse", "film.avi")]
    [InlineData("add --save-every", "imagine", "chicken", "--frames", "frames")]
    [InlineData("add --frames", "imagine", "chicken", "--save-every", "5")]
    [InlineData("leave out the prompt", "imagine", "chicken", "--from-png", "x.png")]
    [InlineData("neither a prompt", "imagine", "chicken", "--resume", "x.state")]
    [InlineData("only --steps", "imagine", "--seed", "4", "--resume", "x.state")]
    [InlineData("exclude each other", "imagine", "--resume", "x.state", "--from-png", "x.png")]
    [InlineData("only --steps", "imagine", "--tile", "--resume", "x.state")]
    [InlineData("only --steps", "imagine", "--spot", "left=a star", "--resume", "x.state")]
    [InlineData("says where but not what", "imagine", "chicken", "--spot-mask", "left")]
    [InlineData("needs a PNG", "imagine", "chicken", "--transparent", "--out", "a.jpg")]
    [InlineData("--shapes was given 'tiny'", "bench", "step", "--shapes", "tiny")]
    [InlineData("Unrecognized command", "draw")]
    public void WrongUsage_IsNamed_WithExitCodeTwo(string expected, params string[] args)
    {
        var (code, output, error) = CommandLineRunner.Run(args);

        Assert.Equal(2, code);
        Assert.Contains(expected, error);
        Assert.Empty(output);
    }

    [Theory]
    [InlineData("does not exist", "--out", "/no/such/folder/x.png")]
    [InlineData("nothing can be written", "--out", "/proc/x.png")]
    [InlineData("does not exist", "--init", "/no/such/picture.jpg")]
    [InlineData("does not exist", "--image-prompt", "/no/such/picture.jpg:0.5")]
    [InlineData("does not exist", "--palette", "/no/such/picture.jpg:2")]
    [InlineData("does not exist", "--timelapse", "/no/such/folder/x.mp4")]
    public void Imagine_ImpossiblePath_FailsBeforePainting(string expected, string option, string value)
    {
        var (code, output, error) = CommandLineRunner.Run("imagine", "chicken surf", option, value);

        Assert.Equal(1, code);
        Assert.Contains(option, error);
        Assert.Contains(expected, error);
        Assert.Empty(output);
    }
}
