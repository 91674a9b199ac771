using Microsoft.Extensions.Logging;
using VqganBot.Discord.Rest;
using VqganBot.Health;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies.Sending;

/// <summary>Brings a finished job to its requester: one try, with all that can be done at once about a refusal.</summary>
internal sealed partial class Deliverer(JobStore store, ReplySender sender, ReplyPictures pictures, BotMeter meter, ILogger<Deliverer> logger)
{
    private const int MostShrinks = 4;

    /// <summary>Shows the final picture. False: it did not work and may work later.</summary>
    public async Task<bool> ShowAsync(Job job, CancellationToken cancellation)
    {
        // It may have been deleted while others were shown; a message about a lost file would be no news to anybody.
        if (store.Find(job.Id) is null) return true;
        var sent = await SendPictureAsync(job, cancellation);
        switch (sent.Fault)
        {
            case null:
                store.MarkDelivered(job.Id, sent.Message);
                meter.Edited();
                Log.Delivered(logger, job.Id);
                return true;
            case ReplyFault.Transient:
                Log.Later(logger, job.Id, sent.Exception?.Message ?? "");
                return false;
            case { } fault:
                // The picture stays where it is, and the history shows it with the reason.
                store.MarkUndeliverable(job.Id, ReplyFaults.Reason(fault));
                Log.Undeliverable(logger, job.Id, fault, sent.Exception?.Message ?? "");
                await sender.TellPrivatelyAsync(job, $"Job #{job.Id} is painted, but I cannot show it here. {ReplyFaults.Reason(fault)} You will find it with /history.", cancellation);
                return true;
        }
    }

    /// <summary>Says that a job was cancelled or failed. False: it did not work and may work later.</summary>
    public async Task<bool> TellEndAsync(Job job, CancellationToken cancellation)
    {
        var sent = await sender.EditAsync(job, ReplyWriter.Ended(job), [], cancellation);
        if (sent.Fault == ReplyFault.Transient) return false;
        if (sent.Fault is { } fault) Log.Untold(logger, job.Id, fault, sent.Exception?.Message ?? "");
        store.ForgetToken(job.Id);
        return true;
    }

    /// <summary>Edits once more, in case an older edit arrived after it. Best effort: nothing is posted anew, and a deleted picture stays deleted.</summary>
    public async Task RepeatAsync(Job job, CancellationToken cancellation)
    {
        if (store.Find(job.Id) is not { } now) return;
        var picture = now.State == JobState.Delivered ? pictures.Final(job, job.Reply.AttachmentSizeLimit) : null;
        var body = now.State == JobState.Delivered ? ReplyWriter.Final(now) : ReplyWriter.Ended(now);
        await sender.EditAsync(job, body, picture is null ? [] : [picture], cancellation);
    }

    private async Task<ReplySent> SendPictureAsync(Job job, CancellationToken cancellation)
    {
        var limit = job.Reply.AttachmentSizeLimit;
        for (var shrinks = 0; ; shrinks++)
        {
            var picture = pictures.Final(job, limit);
            if (picture is null) return await SendAsync(job, "🖼️ The file of this picture is gone from my disk.", null, cancellation);
            var sent = await SendAsync(job, null, picture, cancellation);
            if (sent.Fault == ReplyFault.TooLarge && shrinks < MostShrinks)
                limit = Math.Min(limit, picture.Bytes.Length) / 2;
            else if (sent.Fault is ReplyFault.TooLarge or ReplyFault.NoFiles)
                return await SendAsync(job, $"🖼️ The picture is painted. {ReplyFaults.Reason(ReplyFault.NoFiles)}", null, cancellation);
            else
                return sent;
        }
    }

    private async Task<ReplySent> SendAsync(Job job, string? words, FileUpload? picture, CancellationToken cancellation)
    {
        var body = ReplyWriter.Final(job, words);
        FileUpload[] files = picture is null ? [] : [picture];
        var sent = await sender.EditAsync(job, body, files, cancellation);
        return sent.Fault is ReplyFault.MessageGone or ReplyFault.MessageClosed
            ? await sender.PostAsync(job, body, files, answers: sent.Fault == ReplyFault.MessageClosed, cancellation)
            : sent;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Job {Job} is delivered.")]
        public static partial void Delivered(ILogger logger, long job);

        [LoggerMessage(2, LogLevel.Information, "Job {Job} could not be delivered yet: {Reason}")]
        public static partial void Later(ILogger logger, long job, string reason);

        [LoggerMessage(3, LogLevel.Warning, "Job {Job} cannot be delivered: {Fault}. {Reason}")]
        public static partial void Undeliverable(ILogger logger, long job, ReplyFault fault, string reason);

        [LoggerMessage(4, LogLevel.Information, "The end of job {Job} could not be told: {Fault}. {Reason}")]
        public static partial void Untold(ILogger logger, long job, ReplyFault fault, string reason);
    }
}
