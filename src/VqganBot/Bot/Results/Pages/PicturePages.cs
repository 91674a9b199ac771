using VqganBot.Bot.Replies;
using VqganBot.Bot.Replies.Sending;
using VqganBot.Bot.Results.Films;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results.Pages;

/// <summary>Answers with a page of pictures, their lines above them and buttons to leaf through below.</summary>
internal sealed class PicturePages(ResultJobs jobs, ReplyPictures pictures, Workshop workshop)
{
    public const int Size = 5;

    /// <param name="list">The jobs of the page and, when there is another page, one more.</param>
    /// <param name="number">From 1.</param>
    /// <param name="button">The button that leads to a page.</param>
    public async Task AnswerAsync(InteractionContext context, string title, IReadOnlyList<Job> list, int number, Func<int, ButtonId> button, CancellationToken cancellation)
    {
        await context.DeferPrivateAsync(cancellation);

        var shown = list.Take(Size).ToList();
        var thumbnails = await workshop.RunAsync(() => shown.Where(jobs.HasPicture).Select(pictures.Thumbnail).OfType<FileUpload>().ToList(), cancellation);
        var body = new MessageBody
        {
            Content = string.Join('\n', shown.Select(Line).Prepend($"**{title}** · page {number}")),
            Components = number == 1 && list.Count <= Size ? [] : [Component.Row(
                Component.Button(button(Math.Max(1, number - 1)).ToString(), "Newer", emoji: "◀️", disabled: number == 1),
                Component.Button(button(number + 1).ToString(), "Older", emoji: "▶️", disabled: list.Count <= Size))],
            Attachments = [],
        };
        await context.AnswerAsync(body, isPrivate: true, cancellation, thumbnails);
    }

    private string Line(Job job)
    {
        var reason = job.Reason is { Length: > 0 } why ? $"\n-# {Echo.Prompt(why, 100)}" : "";
        var icon = jobs.HasPicture(job) ? "🖼️" : StateText.Icon(job);
        return $"{icon} **{Number(job)}** {Echo.Prompt(job.Order.Prompt, 100)} · {ReplyWriter.Relative(job.CreatedAt)}{reason}";
    }

    // A link to the message, where others can open it too.
    private static string Number(Job job) => job.Reply is { Message: { } message, IsPrivate: false } && job.Requester.Guild is { } guild
        ? $"[#{job.Id}](<https://discord.com/channels/{guild}/{job.Reply.Channel}/{message}>)"
        : $"#{job.Id}";
}
