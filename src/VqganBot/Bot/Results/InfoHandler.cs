using System.Text;
using VqganBot.Bot.Commands;
using VqganBot.Bot.Replies.Sending;
using VqganBot.Bot.Replies.Wording;
using VqganBot.Bot.Results.Films;
using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Imagine;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Imaging;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results;

/// <summary>All that is to know of a picture: by command, by button, and by the menu of its message.</summary>
internal sealed class InfoHandler(ResultJobs jobs, JobStore store, JobFiles files, ReplyPictures pictures, Workshop workshop)
{
    private const int Suggested = 100;

    public async Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var job = Asked(context);
        await context.DeferAsync(isPrivate: true, cancellation);
        var (record, thumbnail) = await workshop.RunAsync(
            () => jobs.HasPicture(job) ? (Record(job), pictures.Thumbnail(job)) : (null, null), cancellation);
        List<FileUpload> attached = [];
        if (thumbnail is not null) attached.Add(thumbnail);
        if (PictureInfo.Attachment(job, record) is { } command)
            attached.Add(new FileUpload($"job-{job.Id}.txt", "text/plain", Encoding.UTF8.GetBytes(command), $"The command that paints job {job.Id} again"));
        var body = new MessageBody { Content = PictureInfo.Text(job, record), Components = Buttons(job, thumbnail is not null) };
        await context.AnswerAsync(body, isPrivate: true, cancellation, attached);
    }

    public Task SuggestAsync(InteractionContext context, CancellationToken cancellation) =>
        context.SuggestAsync(ResultJobs.Suggest(context, store.OfUser(context.User.Id, Suggested)), cancellation);

    private Job Asked(InteractionContext context) => context.Interaction switch
    {
        { Type: InteractionType.MessageComponent } => jobs.OfButton(context).Job,
        { Data: { Type: ApplicationCommandType.Message, TargetId: { } message } } => store.OfMessage(message) is { } job && Ownership.CanSee(context, job)
            ? job
            : throw new UserFacingException("This message is not one of my pictures, or its picture is not kept any more."),
        _ => jobs.Require(context, OptionReader.Of(context.Interaction).Integer("job") ?? throw new UserFacingException("Say which job: `/info job:12`.")),
    };

    // Buttons that work, also for pictures whose message is gone.
    private static IReadOnlyList<Component> Buttons(Job job, bool hasPicture) => job.State switch
    {
        _ when hasPicture => ReplyButtons.OfPicture(job),
        JobState.Queued => ReplyButtons.WhileWaiting(job),
        JobState.Painting => ReplyButtons.WhilePainting(job),
        _ => ReplyButtons.OfEnded(job),
    };

    private PaintingRecord? Record(Job job)
    {
        try
        {
            return PictureMetadata.Read(files.Picture(job.Id, 1));
        }
        catch (Exception exception) when (exception is UserErrorException or ImageCodecException or IOException)
        {
            return null;
        }
    }
}
