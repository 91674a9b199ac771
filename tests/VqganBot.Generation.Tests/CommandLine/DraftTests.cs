using System.Text.Json;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.CommandLine;

/// <summary>What a person sees of <c>draft</c>, with the real program as a child process.</summary>
public sealed class DraftTests(ChildProcess program) : IClassFixture<ChildProcess>
{
    [Fact]
    public void Draft_OnePicture_IsMadeAgainAndPaintedOnFromItsFile()
    {
        program.Clear();
        var made = Draft("chicken surf", "--seed", "7", "--candidates", "5", "--json");
        var again = Draft("chicken surf", "--seed", "7", "--candidates", "5", "--keep", "2", "--out", "again.png");
        var same = program.Run("imagine", "--from-png", "chicken-surf.png", "--out", "same.png");
        var further = program.Run("imagine", "--from-png", "chicken-surf.png", "--steps", "3", "--out", "further.png");

        Assert.Equal((0, 0, 0, 0), (made.Code, again.Code, same.Code, further.Code));
        Assert.Equal(["again-1.png", "again-2.png", "chicken-surf.png", "further.png", "same.png"], program.Files());
        Assert.Equal(Pixels("chicken-surf.png"), Pixels("again-1.png"));
        Assert.Equal(Pixels("chicken-surf.png"), Pixels("same.png"));
        Assert.NotEqual(Pixels("chicken-surf.png"), Pixels("further.png"));
        using var line = JsonDocument.Parse(Assert.Single(made.Out.TrimEnd('\n').Split('\n')));
        Assert.Equal((5, 16, 16), (Number(line, "candidates"), Number(line, "width"), Number(line, "height")));
        Assert.Equal("chicken-surf.png", line.RootElement.GetProperty("file").GetString());
        Assert.InRange(line.RootElement.GetProperty("drafts")[0].GetProperty("similarity").GetDouble(), -1, 1);
    }

    [Fact]
    public void Draft_Grid_IsOneSheetOfTheBest()
    {
        program.Clear();
        var result = Draft("a star", "--grid", "--keep", "3", "--candidates", "4", "--size", "24x20", "--out", "sheet.webp");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(["sheet.webp"], program.Files());
        var sheet = ImageCodec.DecodeFile(program.PathOf("sheet.webp"));
        Assert.Equal(((2 * 24) + 4, (2 * 20) + 4), (sheet.Width, sheet.Height));
    }

    [Fact]
    public void Draft_ModelWithoutPrior_SaysSo()
    {
        var result = program.Run("draft", "a star", "--model", "tiny");

        Assert.Equal((1, "The model 'tiny' has no prior, so it cannot draft; it can only paint."), (result.Code, result.Error.Trim()));
    }

    [Fact]
    public void Imagine_StartDraftWithoutPrior_BeginsAsThePresetAndSaysSo()
    {
        program.Clear();
        var drafted = program.Imagine("a star", "--seed", "3", "--steps", "1", "--start", "draft", "--out", "a.png");
        var plain = program.Imagine("a star", "--seed", "3", "--steps", "1", "--out", "b.png");

        Assert.Contains("has no prior", drafted.Error);
        Assert.DoesNotContain("prior", plain.Error);
        Assert.Equal(Pixels("a.png"), Pixels("b.png"));
    }

    private CommandResult Draft(params string[] args) => program.Run(["draft", "--model", "drafter", .. args]);

    private byte[] Pixels(string file) => ImageCodec.DecodeFile(program.PathOf(file)).Pixels;

    private static int Number(JsonDocument line, string property) => line.RootElement.GetProperty(property).GetInt32();
}
