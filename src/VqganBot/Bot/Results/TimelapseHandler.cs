using VqganBot.Bot.Replies;
using VqganBot.Bot.Replies.Wording;
using VqganBot.Bot.Results.Films;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Results;

/// <summary>The button that shows how a picture came to be.</summary>
internal sealed class TimelapseHandler(ResultJobs jobs, FilmMaker films, Workshop workshop)
{
    public async Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var (job, _) = jobs.OfButton(context);
        jobs.RequirePicture(job);
        await context.DeferAsync(job.Reply.IsPrivate, cancellation);
        var limit = context.AttachmentSizeLimit;
        var path = await workshop.RunAsync(() => films.Make(job, limit, cancellation), cancellation)
            ?? throw new UserFacingException($"There is no film of job #{job.Id}: its frames are not kept any more, or none fits into what may be uploaded here.");
        var ending = Path.GetExtension(path);
        var film = new FileUpload($"film-{job.Id}{ending}", ending == ".mp4" ? "video/mp4" : "image/webp", await File.ReadAllBytesAsync(path, cancellation), AltText.OfFilm(job));
        await context.AnswerAsync(new MessageBody { Content = $"🎞️ How **#{job.Id}** came to be: {Echo.Prompt(job.Order.Title)}" }, job.Reply.IsPrivate, cancellation, [film]);
    }
}
