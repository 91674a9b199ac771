using System.Globalization;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies.Wording;

/// <summary>What a picture is, for those who hear the channel read out: at most 1024 characters.</summary>
internal static class AltText
{
    private const int MostOfPrompt = 700;

    public static string Of(Job job) =>
        $"{Subject(job)}, {Made(job)}{(FinishedTiles.Of(job) is > 1 and var count ? $": {Number(count)} pictures in a grid" : "")}";

    public static string OfTile(Job job, int tile) =>
        $"{Subject(job)}, {Made(job)}{(job.Order.Count > 1 ? $", picture {Number(tile)} of {Number(job.Order.Count)}" : "")}";

    public static string Of(Job job, JobProgress progress) =>
        $"{Subject(job)}, painted by VQGAN+CLIP, step {Number(progress.Step)} of {Number(progress.Steps)}"
        + (ProgressText.Which(progress) is { Length: > 0 } which ? $", {which}" : "");

    public static string OfFilm(Job job) => $"{Subject(job)}: a film of how VQGAN+CLIP painted it";

    private static string Made(Job job) => job.Order.Kind == JobKind.Draft ? "drafted by CLIP-GEN" : "painted by VQGAN+CLIP";

    private static string Subject(Job job) => $"'{Echo.Plain(job.Order.Title, MostOfPrompt)}'";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
