using System.Text;
using VqganBot.Imaging;
using VqganBot.Training.Commands;

namespace VqganBot.Training.Evaluation.Reports;

/// <summary>Writes a folder with report.md and the sheets it shows.</summary>
internal static class MarkdownReport
{
    private const int Columns = 10;

    /// <param name="result">What was found out.</param>
    /// <param name="folder">Is made if need be.</param>
    /// <param name="command">What makes the figures again.</param>
    /// <returns>The path of report.md.</returns>
    public static string Write(EvaluationResult result, string folder, string command)
    {
        Directory.CreateDirectory(folder);
        var text = new StringBuilder($"# {result.Pack.Name}, judged\n\n{result.Pack.Description}\n\n");
        if (result.Judged.Count > 0)
        {
            text.Append(Read(result, command)).Append(Quality(result, command));
        }

        if (result.Figures is { } figures)
        {
            text.Append($"## The networks\n\n{Figures.Networks(figures)}\n"
                + "Zero-shot: the label whose captions lie nearest in CLIP's space. Recall: the picture's own caption, or another true one, is the nearest, or among\n"
                + "the five nearest, of as many captions as there are pictures. Count is not asked of the judge here: these renders show one thing each.\n\n"
                + $"Made again by `{command}`; without painting, by adding `--prompts 0`. The judge alone: `./run.sh judge`.\n\n");
        }

        if (result.Judged.Count > 0)
            text.Append(Sheets(result, folder)).Append(List(result));
        var path = Path.Combine(folder, "report.md");
        File.WriteAllText(path, text.ToString().TrimEnd() + "\n");
        return path;
    }

    private static string Read(EvaluationResult result, string command) => $"""
        ## What a judge reads

        {result.Options.Prompts} prompts for combinations of object and colour or object and scene that no training picture had, over all 28 objects, every fifth
        naming a style, and {result.Options.Counted} for two or three things, which are asked for their number only. A classifier of another architecture,
        trained on renders and used for nothing else (`models/judge`), says what it sees; asked is only what the prompt names. Beside each
        share stands its standard error. Painted are {result.Options.Steps} steps of the preset '{result.Options.Preset}'.

        {Figures.Read(result)}
        Made again by `{command}`.


        """;

    private static string Quality(EvaluationResult result, string command) => $"""
        ## Against renders

        {Figures.Quality(result)}
        On the project's own features, so comparable with one another but not with published figures. FID-k: Fréchet distance between these
        pictures and {result.Options.Reference} renders for other held-out prompts (and two and three of a kind in proportion), both blurred by k pixels, in the
        judge's 160 features; the row of the renders shows how far so few pictures are from nought. Inception-style: of the judge's 28 objects,
        between 1 and 28. CapS-style: mean logarithm of the probability that the judge gives to what the prompt names, at best nought. CLIP: mean
        cosine of prompt and picture by the pack's own CLIP, which is what painting raises: a figure to be suspicious of.

        Made again by `{command}`.


        """;

    private static string Sheets(EvaluationResult result, string folder)
    {
        var text = new StringBuilder("## The pictures\n\nIn the order of the list below, failures included.\n\n");
        foreach (var name in new[] { "painted", "drafted", "reconstructed", "renders" })
        {
            if (result.Find(name) is not { } judged)
                continue;
            var tiles = judged.Pictures.Select(picture => picture.Width < 128 ? Commands.Sheets.Enlarge(picture, 2) : picture);
            var file = $"{name}.webp";
            File.WriteAllBytes(Path.Combine(folder, file), ImageCodec.EncodeByExtension(ContactSheet.Compose([.. tiles], Columns), file));
            text.Append($"{char.ToUpperInvariant(name[0])}{name[1..]}:\n\n![{name}]({file})\n\n");
        }

        return text.ToString();
    }

    private static string List(EvaluationResult result)
    {
        var painted = result.Find("painted")!;
        var drafted = result.Find("drafted");
        var text = new StringBuilder("## What was read in each\n\nA cross stands before what the judge read otherwise than the prompt says.\n\n");
        text.Append($"| | prompt | painted |{(drafted is null ? "" : " drafted |")}\n|--:|---|---|{(drafted is null ? "" : "---|")}\n");
        for (var i = 0; i < result.Prompts.Count; i++)
        {
            var prompt = result.Prompts[i];
            text.Append($"| {i + 1} | {prompt.Text} | {Marks.Of(painted.Readings[i], prompt)} |{(drafted is null ? "" : $" {Marks.Of(drafted.Readings[i], prompt)} |")}\n");
        }

        return text.Append($"\nAll that the prompt names was read in {painted.Readings.Zip(result.Prompts, Marks.AllRight).Count(right => right)} of {result.Prompts.Count} painted pictures.\n").ToString();
    }
}
