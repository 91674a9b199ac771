using System.Globalization;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies.Wording;

/// <summary>The rows of buttons under a reply: at most five of five.</summary>
internal static class ReplyButtons
{
    private const int MostTiles = 9;
    private const int ButtonsInRow = 5;

    public static IReadOnlyList<Component> WhileWaiting(Job job) =>
    [
        Component.Row(Button(ButtonActions.Stop, job, "Cancel", "✖️", ButtonStyle.Danger)),
    ];

    // There is nothing of drafts to keep before they are all there.
    public static IReadOnlyList<Component> WhilePainting(Job job) => job.Order.Kind == JobKind.Draft
        ? [Component.Row(Button(ButtonActions.Stop, job, "Stop", "⏹️", ButtonStyle.Danger))]
        :
    [
        Component.Row(
            Button(ButtonActions.Keep, job, "Keep as it is", "✅", ButtonStyle.Success),
            Button(ButtonActions.Stop, job, "Stop", "⏹️", ButtonStyle.Danger)),
    ];

    public static IReadOnlyList<Component> OfPicture(Job job) => job.Order.Kind == JobKind.Draft ? OfDrafts(job) : OfPainting(job);

    public static IReadOnlyList<Component> OfEnded(Job job) =>
    [
        Component.Row(
            Button(ButtonActions.Reroll, job, "Try again", "🎲"),
            Button(ButtonActions.Remix, job, "Remix", "✏️"),
            Button(ButtonActions.Delete, job, "Delete", "🗑️", ButtonStyle.Danger)),
    ];

    private static List<Component> OfPainting(Job job)
    {
        var count = FinishedTiles.Of(job);
        List<Component> again =
        [
            Button(ButtonActions.Reroll, job, "Re-roll", "🎲"),
            Button(ButtonActions.Remix, job, "Remix", "✏️"),
            Button(ButtonActions.MoreSteps, job, "More steps", "➕"),
        ];
        List<Component> rows = [];
        if (count is > 1 and <= MostTiles)
            rows.AddRange(Tiles(job, count, ButtonActions.Variation, "V"));
        else
            again.Insert(0, Button(ButtonActions.Variation, job, "Variations", "🔀", ButtonStyle.Primary, number: 1));
        rows.Add(Component.Row(again));
        rows.Add(Component.Row(
            Button(ButtonActions.Upscale, job, "Upscale ×2", "🔍", number: 2),
            Button(ButtonActions.Upscale, job, "Upscale ×4", "🔎", number: 4),
            Button(ButtonActions.Timelapse, job, "Timelapse", "🎞️"),
            Button(ButtonActions.Info, job, "Info", "ℹ️"),
            Button(ButtonActions.Delete, job, "Delete", "🗑️", ButtonStyle.Danger)));
        return rows;
    }

    private static IReadOnlyList<Component> OfDrafts(Job job) =>
    [
        .. Tiles(job, FinishedTiles.Of(job), ButtonActions.Refine, "Refine "),
        Component.Row(
            Button(ButtonActions.Reroll, job, "Re-roll", "🎲"),
            Button(ButtonActions.Remix, job, "Remix", "✏️"),
            // Each by itself, large enough to be looked at.
            Button(ButtonActions.Upscale, job, "Keep as they are", "🖼️", number: 2),
            Button(ButtonActions.Info, job, "Info", "ℹ️"),
            Button(ButtonActions.Delete, job, "Delete", "🗑️", ButtonStyle.Danger)),
    ];

    private static IEnumerable<Component> Tiles(Job job, int count, string action, string label) => Enumerable.Range(1, count)
        .Select(tile => Button(action, job, string.Create(CultureInfo.InvariantCulture, $"{label}{tile}"), null, ButtonStyle.Primary, tile))
        .Chunk(ButtonsInRow)
        .Select(row => Component.Row(row));

    private static Component Button(string action, Job job, string label, string? emoji, ButtonStyle style = ButtonStyle.Secondary, int number = 0) =>
        Component.Button(new ButtonId(action, job.Id, number).ToString(), label, style, emoji);
}
