using System.Text.Json;
using VqganBot.CommandLine;
using VqganBot.Generation.Tests.Imaging;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.CommandLine;

/// <summary>The commands in which CLIP works alone, with a network of chance weights.</summary>
public sealed class LookingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _model;

    public LookingTests()
    {
        _model = _folder["models/tiny"];
        TinyPack.Write(_model);
        Directory.CreateDirectory(_folder["pictures"]);
        for (int i = 0; i < 3; i++)
            File.WriteAllBytes(_folder[$"pictures/{i}.png"], ImageCodec.EncodePng(Pictures.Noise(40, 30, i)));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Search_ByAPictureOfTheFolder_FindsItFirst_AndWritesASheet()
    {
        CommandResult result = Run("search", _folder["pictures"], "--like", _folder["pictures/1.png"], "--top", "2", "--out", _folder["sheet.png"]);

        Assert.Equal(0, result.Code);
        string[] lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal($"   1  1.000  {_folder["pictures/1.png"]}", lines[0]);
        Assert.StartsWith("Searched 3 pictures in ", result.Error);
        Assert.Equal((452, 168), Size(ImageCodec.DecodeFile(_folder["sheet.png"])));
    }

    [Fact]
    public void Search_ByWordsWithJson_PrintsALineForEachPicture_AndNamesWhatIsBroken()
    {
        File.WriteAllText(_folder["pictures/letter.png"], "Dear reader");
        File.Copy(_folder["pictures/1.png"], _folder["pictures/copy.png"]);

        CommandResult result = Run("search", _folder["pictures"], "chi su", "--json", "--index", _folder["other.db"]);

        Assert.Equal(0, result.Code);
        JsonElement[] found = [.. result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(3, found.Length);
        Assert.Equal(found.OrderByDescending(picture => picture.GetProperty("score").GetDouble()), found);
        Assert.Equal([_folder["pictures/copy.png"]], found.Single(picture => picture.GetProperty("path").GetString() == _folder["pictures/1.png"])
            .GetProperty("copies").EnumerateArray().Select(path => path.GetString()));
        Assert.StartsWith("'letter.png' was passed over.", result.Error);
        Assert.True(File.Exists(_folder["other.db"]));
        Assert.False(File.Exists(_folder["pictures/.vqganbot-search.db"]));
    }

    [Fact]
    public void Search_OfAFolderWithoutPictures_SaysSo()
    {
        Directory.CreateDirectory(_folder["empty"]);

        CommandResult result = Run("search", _folder["empty"], "chi");

        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.Contains("There is no picture in the folder", result.Error);
    }

    [Fact]
    public void Classify_OfSeveral_GoesOnPastWhatIsNoPicture_AndFails()
    {
        CommandResult result = Run("classify", _folder["nowhere.png"], _folder["pictures/0.png"], _folder["pictures/1.png"],
            "--labels", "chi, su", "--labels", "ch", "--template", "a {}", "--json");

        Assert.Equal(1, result.Code);
        Assert.Contains("nowhere.png' was passed over. There is no picture", result.Error);
        JsonElement[] pictures = [.. result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal([_folder["pictures/0.png"], _folder["pictures/1.png"]], pictures.Select(picture => picture.GetProperty("file").GetString()));
        Assert.All(pictures, picture =>
        {
            JsonElement[] labels = [.. picture.GetProperty("labels").EnumerateArray()];
            Assert.Equal(["ch", "chi", "su"], labels.Select(label => label.GetProperty("label").GetString()).Order());
            Assert.Equal(1, labels.Sum(label => label.GetProperty("probability").GetDouble()), 1e-6);
        });
    }

    [Fact]
    public void Classify_WithTop_PrintsOnlySoManyLabels()
    {
        CommandResult result = Run("classify", _folder["pictures/0.png"], "--labels", "chi,su,ch", "--top", "2");

        Assert.Equal((0, ""), (result.Code, result.Error));
        string[] lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal(_folder["pictures/0.png"], lines[0]);
        Assert.All(lines[1..], line => Assert.Contains(" %", line));
    }

    [Fact]
    public void Describe_OfAPicture_GivesAPromptAndItsPhrases()
    {
        CommandResult result = Run("describe", _folder["pictures/0.png"], "--top", "1", "--json");

        Assert.Equal((0, ""), (result.Code, result.Error));
        JsonElement description = JsonDocument.Parse(result.Out).RootElement.GetProperty("description");
        string noun = description.GetProperty("subjects")[0].GetProperty("label").GetString()!.Split(' ', 2)[^1];
        Assert.Contains(noun, description.GetProperty("prompt").GetString());
        Assert.Equal(1, description.GetProperty("styles").GetArrayLength());
    }

    private CommandResult Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = CommandLineApp.Run([.. args, "--model", _model], new CommandContext(output, error, IsErrorTerminal: false, TimeProvider.System));
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    private static (int Width, int Height) Size(Rgb24Image picture) => (picture.Width, picture.Height);
}
