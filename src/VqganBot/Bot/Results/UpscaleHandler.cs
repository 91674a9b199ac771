using System.Globalization;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Replies.Sending;
using VqganBot.Bot.Replies.Wording;
using VqganBot.Bot.Results.Films;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Imaging;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results;

/// <summary>The buttons that enlarge: of a grid each picture by itself.</summary>
internal sealed class UpscaleHandler(ResultJobs jobs, JobFiles files, Workshop workshop)
{
    private const long MostPixels = 64_000_000;

    // Discord takes that much in one request; some of it is for the rest of the form.
    private const long MostBytesTogether = 24L << 20;

    public async Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var (job, factor) = jobs.OfButton(context);
        if (factor is not (2 or 4)) throw new UserFacingException($"A picture can be enlarged 2 or 4 times, not {factor} times.");
        jobs.RequirePicture(job);
        await context.DeferAsync(job.Reply.IsPrivate, cancellation);
        var limit = Math.Min(context.AttachmentSizeLimit, MostBytesTogether / job.Order.Count);
        var pictures = await workshop.RunAsync(() => Enlarge(job, factor, limit), cancellation);
        await context.AnswerAsync(
            new MessageBody { Content = $"🔍 **#{job.Id}**, ×{factor}: {Echo.Prompt(job.Order.Title)}" }, job.Reply.IsPrivate, cancellation, pictures);
    }

    private List<FileUpload> Enlarge(Job job, int factor, long limit) =>
        [.. Enumerable.Range(1, job.Order.Count).Where(tile => File.Exists(files.Picture(job.Id, tile))).Select(tile => EnlargeTile(job, tile, factor, limit))];

    private FileUpload EnlargeTile(Job job, int tile, int factor, long limit)
    {
        // Of what is seen in the reply, which is larger already when the painting is small.
        var picture = ShownSize.Of(ImageCodec.DecodeFile(files.Picture(job.Id, tile)));
        if ((long)picture.Width * picture.Height * factor * factor > MostPixels)
            throw new UserFacingException($"×{factor} of {picture.Width}×{picture.Height} would be more than {MostPixels / 1_000_000} million pixels.");
        var large = ImageResizer.Lanczos(picture, picture.Width * factor, picture.Height * factor);
        return ReplyPictures.Within(large, string.Create(CultureInfo.InvariantCulture, $"picture-{job.Id}-{tile}-x{factor}"), AltText.OfTile(job, tile), limit);
    }
}
