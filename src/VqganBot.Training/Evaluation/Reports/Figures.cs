using System.Globalization;
using System.Text;
using VqganBot.Training.Judge;

namespace VqganBot.Training.Evaluation.Reports;

/// <summary>The figures as Markdown tables, which read well on a terminal too.</summary>
internal static class Figures
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["painted"] = "painted",
        ["drafted"] = "drafted alone",
        ["reconstructed"] = "renders through the autoencoder",
        ["renders"] = "renders (ceiling)",
        ["random"] = "random latents (floor)",
    };

    public static string Read(EvaluationResult result)
    {
        var table = new StringBuilder("| pictures | object | colour | scene | style | count | seconds each |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var judged in Ordered(result))
            table.Append(CultureInfo.InvariantCulture, $"| {Names[judged.Name]} | {string.Join(" | ", judged.Figures.Shares)} | {judged.Seconds:0.00} |\n");
        return table.ToString();
    }

    public static string Quality(EvaluationResult result)
    {
        var table = new StringBuilder($"| pictures | {string.Join(" | ", PictureJury.Blurs.Select(blur => $"FID-{blur}"))} | Inception-style | CapS-style | CLIP |\n|---|{string.Concat(Enumerable.Repeat("--:|", PictureJury.Blurs.Count + 3))}\n");
        foreach (var judged in Ordered(result))
            table.Append(CultureInfo.InvariantCulture, $"| {Names[judged.Name]} | {string.Join(" | ", judged.Distances.Select(distance => distance.ToString("0.00", CultureInfo.InvariantCulture)))} | {judged.Inception:0.0} | {judged.Caption:0.000} | {judged.Similarity:0.000} |\n");
        return table.ToString();
    }

    public static string Networks(PackFigures figures) => string.Create(CultureInfo.InvariantCulture, $"""
        | network | on | figures |
        |---|---|---|
        | judge | {figures.Renders} new renders | {figures.JudgeOnNew} |
        | judge | {figures.Renders} held-out combinations | {figures.JudgeOnHeldOut} |
        | CLIP | {figures.Renders} new renders | {figures.ClipOnNew} |
        | CLIP | {figures.Renders} held-out combinations | {figures.ClipOnHeldOut} |
        | VQGAN | {figures.Reconstructed} new renders | {figures.Vqgan} |

        """);

    private static IEnumerable<JudgedPictures> Ordered(EvaluationResult result) => Names.Keys.Select(result.Find).OfType<JudgedPictures>();
}
