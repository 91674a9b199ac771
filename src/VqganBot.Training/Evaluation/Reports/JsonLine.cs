using System.Text.Json.Nodes;
using VqganBot.Training.Judge;

namespace VqganBot.Training.Evaluation.Reports;

/// <summary>The figures on one line for programs.</summary>
internal static class JsonLine
{
    /// <summary>The ways that are always there, null where the pack cannot go them.</summary>
    private static readonly string[] Ways = ["painted", "drafted", "reconstructed", "renders", "random"];

    public static string Of(EvaluationResult result)
    {
        var line = new JsonObject();
        foreach (var way in Ways)
            line[way] = result.Find(way) is { } judged ? Figures(judged) : null;
        line["pack"] = result.Pack.Name;
        line["prompts"] = result.Options.Prompts;
        line["counted"] = result.Options.Counted;
        line["steps"] = result.Options.Steps;
        line["seed"] = result.Options.Seed;
        return line.ToJsonString();
    }

    private static JsonObject Figures(JudgedPictures judged)
    {
        var figures = new JsonObject();
        foreach (var (name, share) in JudgeLabels.Questions.Zip(judged.Figures.Shares))
            figures[name] = share.Asked == 0 ? null : Math.Round(share.Value, 4);
        figures["errors"] = new JsonObject(JudgeLabels.Questions.Zip(judged.Figures.Shares)
            .Where(pair => pair.Second.Asked > 0)
            .Select(pair => KeyValuePair.Create(pair.First, (JsonNode?)Math.Round(pair.Second.StandardError, 4))));
        figures["fid"] = new JsonArray([.. judged.Distances.Select(distance => (JsonNode)Math.Round(distance, 3))]);
        figures["inception"] = Math.Round(judged.Inception, 3);
        figures["caption"] = Math.Round(judged.Caption, 4);
        figures["clip"] = Math.Round(judged.Similarity, 4);
        figures["seconds"] = Math.Round(judged.Seconds, 2);
        return figures;
    }
}
