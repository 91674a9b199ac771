using System.Text.Json;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Tests.Drafts;
using VqganBot.Generation.Tests.Synthesis;
using VqganBot.Training.Evaluation;
using VqganBot.Training.Evaluation.Reports;
using VqganBot.Training.Judge;
using Xunit;

namespace VqganBot.Generation.Tests.Training.Evaluation;

/// <summary>The whole way from prompts to report, with networks that know nothing.</summary>
public sealed class PaintingEvaluationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vqganbot-evaluation-");

    [Fact]
    public void Run_PackWithPrior_JudgesPicturesOfEveryKind()
    {
        using var pack = Small(TinyPrior.Pack());
        var result = Evaluate(pack);

        Assert.Equal(["renders", "reconstructed", "random", "drafted", "painted"], result.Judged.Select(judged => judged.Name));
        Assert.All(result.Judged, judged => Assert.Equal(4, judged.Pictures.Count));
        Assert.All(result.Judged, judged => Assert.Equal([3, 3, null, 0, 1], judged.Figures.Shares.Select((share, i) => i == 2 ? null : (int?)share.Asked)));
        Assert.All(result.Judged, judged => Assert.All(judged.Distances, distance => Assert.True(double.IsFinite(distance) && distance >= 0)));
    }

    [Fact]
    public void JsonLine_OfAResult_IsOneLineWithTheFourWaysAndTheirShares()
    {
        using var pack = Small(TinyPack.Create());

        var line = JsonLine.Of(Evaluate(pack));

        Assert.DoesNotContain('\n', line);
        using var json = JsonDocument.Parse(line);
        foreach (var way in new[] { "painted", "renders", "random" })
        {
            foreach (var question in new[] { "object", "colour", "scene" })
                Assert.InRange(json.RootElement.GetProperty(way).GetProperty(question).GetDouble(), 0, 1);
            Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty(way).GetProperty("style").ValueKind);
        }

        // A pack without a prior cannot draft, which is said and not left out.
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("drafted").ValueKind);
    }

    [Fact]
    public void MarkdownReport_OfAResult_ShowsSheetsAndReadingsAndTheCommandBesideEachTable()
    {
        using var pack = Small(TinyPrior.Pack());
        var result = Evaluate(pack);

        var text = File.ReadAllText(MarkdownReport.Write(result, _folder.FullName, "./run.sh evaluate --prompts 3"));

        Assert.All(["painted", "drafted", "renders", "reconstructed"], name =>
        {
            Assert.Contains($"]({name}.webp)", text, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(_folder.FullName, $"{name}.webp")));
        });
        Assert.All(result.Prompts, prompt => Assert.Contains($"| {prompt.Text} |", text, StringComparison.Ordinal));
        Assert.Equal(2, text.Split("Made again by `./run.sh evaluate --prompts 3`").Length - 1);
    }

    [Fact]
    public void Marks_ReadingThatPartlyFits_CrossesWhatDoesNot()
    {
        var prompt = HeldOutPrompts.Make(1, 0, 9_100_000)[0];
        var main = prompt.Wanted.Main!;
        var right = new JudgeReading(main.Object, main.Colour, prompt.Wanted.Scene, prompt.Wanted.Style, 1);
        var wrong = right with { Colour = (main.Colour + 1) };

        Assert.DoesNotContain("✗", Marks.Of(right, prompt), StringComparison.Ordinal);
        Assert.Single(Marks.Of(wrong, prompt), letter => letter == '✗');
        Assert.True(Marks.AllRight(right, prompt));
        Assert.False(Marks.AllRight(wrong, prompt));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static ModelPack Small(ModelPack pack) =>
        new(pack.Manifest with { DefaultSize = [16, 16] }, pack.Vqgan, pack.Clips, pack.Tokenizer, pack.Device, pack.Prior);

    private static EvaluationResult Evaluate(ModelPack pack)
    {
        var options = new EvaluationOptions
        {
            Prompts = 3,
            Counted = 1,
            Reference = 4,
            Preset = "crowson",
            Settings = new PaintingSettings { CutoutCount = 2, DraftCandidates = 2 },
            Steps = 1,
        };
        using var judge = new JudgeNetwork();
        using var evaluation = new PaintingEvaluation(pack, judge, options, TextWriter.Null);
        return new EvaluationResult(pack.Manifest, options, null, evaluation.Prompts, evaluation.Run(CancellationToken.None));
    }
}
