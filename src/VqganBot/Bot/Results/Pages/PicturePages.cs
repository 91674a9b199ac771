using VqganBot.Bot.Replies;
using VqganBot.Bot.Replies.Sending;
using VqganBot.Bot.Replies.Wording;
using VqganBot.Bot.Results.Films;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results.Pages;

/// <summary>Answers with a page of pictures, their lines above them and buttons to leaf through below.</summary>
internal sealed class PicturePages(ResultJobs jobs, ReplyPictures pictures, Workshop workshop)
{
    public async Task AnswerAsync(InteractionContext context, Page page, CancellationToken cancellation)
    {
        await context.DeferPrivateAsync(cancellation);
        await ShowAsync(context, page, cancellation);
    }

    /// <summary>As <see cref="AnswerAsync"/>, where "thinking…" was said before.</summary>
    public async Task ShowAsync(InteractionContext context, Page page, CancellationToken cancellation)
    {
        var thumbnails = await workshop.RunAsync(
            () => page.Shown.Where(item => jobs.HasPicture(item.Job)).Select(item => pictures.Thumbnail(item.Job, item.Tile)).OfType<FileUpload>().ToList(), cancellation);
        string[] footnote = page.Footnote is { } words ? [SmallPrint.Line(words)] : [];
        var body = new MessageBody
        {
            Content = string.Join('\n', page.Shown.Select(Line).Prepend($"**{page.Title}** · page {page.Number}").Concat(footnote)),
            Components = [.. page.HasButtons ? Buttons(page) : [], .. Leaf(page)],
            Attachments = [],
        };
        await context.AnswerAsync(body, isPrivate: true, cancellation, thumbnails);
    }

    private static IEnumerable<Component> Leaf(Page page) => page is { Number: 1, IsLast: true } ? [] : [Component.Row(
        Component.Button(page.Button(Math.Max(1, page.Number - 1)).ToString(), page.Names.Back, emoji: "◀️", disabled: page.Number == 1),
        Component.Button(page.Button(page.Number + 1).ToString(), page.Names.On, emoji: "▶️", disabled: page.IsLast))];

    private static IEnumerable<Component> Buttons(Page page) =>
    [
        Component.Row([.. page.Shown.Select(item => Component.Button(new ButtonId(ButtonActions.Info, item.Job.Id).ToString(), $"Info #{item.Job.Id}", emoji: "ℹ️"))]),
        Component.Row([.. page.Shown.Select(item => Component.Button(
            new ButtonId(ButtonActions.Variation, item.Job.Id, item.Tile ?? 1).ToString(), $"Vary #{item.Job.Id}", ButtonStyle.Primary, "🔀"))]),
    ];

    private string Line(PageItem item)
    {
        var job = item.Job;
        var reason = job.Reason is { Length: > 0 } why ? $"\n-# {Echo.Prompt(why, 100)}" : "";
        var icon = jobs.HasPicture(job) ? "🖼️" : StateText.Icon(job);
        var tile = item.Tile is { } number && job.Order.Count > 1 ? $", picture {number}" : "";
        return $"{icon} **{Number(job)}**{tile} {Echo.Prompt(job.Order.Title, 100)} · {ReplyWriter.Relative(job.CreatedAt)}{reason}";
    }

    // A link to the message, where others can open it too.
    private static string Number(Job job) => job.Reply is { Message: { } message, IsPrivate: false } && job.Requester.Guild is { } guild
        ? $"[#{job.Id}](<https://discord.com/channels/{guild}/{job.Reply.Channel}/{message}>)"
        : $"#{job.Id}";
}
