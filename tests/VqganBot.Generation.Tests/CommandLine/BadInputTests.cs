using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.CommandLine;

/// <summary>Bad input: one clear sentence, an exit code that is not 0, and no file left behind.</summary>
public sealed class BadInputTests(ChildProcess program) : IClassFixture<ChildProcess>
{
    [Theory]
    [InlineData(2, "The prompt is empty", "")]
    [InlineData(2, "The prompt is empty", "  ")]
    [InlineData(1, "1x1", "a star", "--size", "1x1")]
    [InlineData(1, "100000x100000", "a star", "--size", "100000x100000")]
    [InlineData(2, "--size was given 'axb'", "a star", "--size", "axb")]
    [InlineData(1, "There is no preset 'fancy'", "a star", "--preset", "fancy")]
    [InlineData(1, "steps", "a star", "--steps", "2000000000")]
    [InlineData(1, "text.jpg", "a star", "--init", "text.jpg")]
    [InlineData(1, "text.jpg", "a star", "--image-prompt", "text.jpg")]
    [InlineData(1, "cut.png", "a star", "--init", "cut.png")]
    [InlineData(1, "does not exist", "a star", "--out", "no/such/folder/x.png")]
    [InlineData(1, "nothing can be written", "a star", "--out", "/proc/x.png")]
    [InlineData(1, "learning rate", "a star", "--learning-rate", "100000")]
    public void Imagine_BadInput_IsOneSentence(int code, string expected, params string[] args)
    {
        program.Clear();
        File.WriteAllText(program.PathOf("text.jpg"), "This is no picture.");
        var png = ImageCodec.EncodePng(new Rgb24Image(64, 64));
        File.WriteAllBytes(program.PathOf("cut.png"), png[..(png.Length / 2)]);

        var result = program.Imagine(args);

        AssertOneSentence(code, expected, result);
        Assert.Equal(["cut.png", "text.jpg"], program.Files());
    }

    [Fact]
    public void Imagine_TenThousandCharacters_IsOneSentence()
    {
        program.Clear();
        AssertOneSentence(1, "10,000", program.Imagine(new string('x', 10_000)));
        Assert.Empty(program.Files());
    }

    [Fact]
    public void Imagine_UnknownModel_SaysWhereToLook()
    {
        program.Clear();
        AssertOneSentence(1, "nowhere", program.Run("imagine", "a star", "--model", "nowhere"));
        Assert.Empty(program.Files());
    }

    [Fact]
    public void FromPng_OfAForeignPng_IsOneSentence()
    {
        program.Clear();
        File.WriteAllBytes(program.PathOf("foreign.png"), ImageCodec.EncodePng(new Rgb24Image(8, 8)));
        AssertOneSentence(1, "does not say how it was painted", program.Run("imagine", "--from-png", "foreign.png"));
        Assert.Equal(["foreign.png"], program.Files());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("nonsense")]
    [InlineData("""{"program":"x","modelSha256":"x","stepsDone":1,"request":{}}""")]
    [InlineData("""{"program":"x","modelSha256":"x","stepsDone":1,"imagePrompts":[],"request":{"prompt":"a","preset":"best","model":"tiny","noisePrompts":[],"settings":{"learningRateDrops":null}}}""")]
    public void FromPng_OfARecordSomebodyElseWrote_IsOneSentence(string record)
    {
        program.Clear();
        File.WriteAllBytes(program.PathOf("odd.png"), ImageCodec.EncodePng(new Rgb24Image(8, 8), new Dictionary<string, string> { ["VqganBot"] = record }));
        AssertOneSentence(1, "odd.png", program.Run("imagine", "--from-png", "odd.png"));
        Assert.Equal(["odd.png"], program.Files());
    }

    [Fact]
    public void FromPng_OfAPictureBegunFromAnother_AsksForThatOne()
    {
        program.Clear();
        File.WriteAllBytes(program.PathOf("init.png"), ImageCodec.EncodePng(new Rgb24Image(8, 8)));
        program.Imagine("a star", "--init", "init.png", "--steps", "1", "--out", "a.png");
        AssertOneSentence(1, "--init FILE", program.Run("imagine", "--from-png", "a.png"));
    }

    [Theory]
    [InlineData("truncated.safetensors")]
    [InlineData("text.ckpt")]
    [InlineData("empty.pt")]
    [InlineData("missing.pt")]
    public void Inspect_BadFile_IsOneSentence(string file)
    {
        program.Clear();
        File.WriteAllBytes(program.PathOf("truncated.safetensors"), [200, 0, 0, 0, 0, 0, 0, 0, (byte)'{']);
        File.WriteAllText(program.PathOf("text.ckpt"), "no weights");
        File.WriteAllBytes(program.PathOf("empty.pt"), []);
        AssertOneSentence(1, file, program.Run("models", "inspect", file));
    }

    [Fact]
    public void Inspect_APickleThatWouldRunCode_RunsNothing()
    {
        program.Clear();
        // Protocol 2: os.system("touch ran"), as an attacker writes it.
        File.WriteAllBytes(program.PathOf("evil.pt"), [0x80, 2, .. "cos\nsystem\n"u8, .. "(X"u8, 9, 0, 0, 0, .. "touch ran"u8, .. "tR."u8]);
        var result = program.Run("models", "inspect", "evil.pt");

        Assert.Equal(1, result.Code);
        Assert.Contains("evil.pt", result.Error);
        Assert.Equal(["evil.pt"], program.Files());
    }

    private static void AssertOneSentence(int code, string expected, CommandResult result)
    {
        Assert.Equal(code, result.Code);
        Assert.Contains(expected, result.Error);
        Assert.DoesNotContain("   at ", result.Error);
        Assert.DoesNotContain("Please report", result.Error);
        Assert.InRange(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 1, 2);
        Assert.Empty(result.Out);
    }
}
