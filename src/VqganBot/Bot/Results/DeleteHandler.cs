using Microsoft.Extensions.Logging;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results;

/// <summary>The button that takes a picture away: its record, its files, its message.</summary>
internal sealed partial class DeleteHandler(ResultJobs jobs, JobStore store, JobFiles files, DiscordRestClient rest, ILogger<DeleteHandler> logger)
{
    public async Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var (job, _) = jobs.OfButton(context);
        Ownership.Require(context, job);
        if (!store.Delete(job.Id)) throw new UserFacingException($"Job #{job.Id} is not finished yet; stop it first.");
        var isUnderPicture = context.Interaction.Message?.Id == job.Reply.Message;
        if (isUnderPicture)
            await context.DeferUpdateAsync(cancellation);
        else
            await context.UpdateAsync(new MessageBody { Content = $"🗑️ Job #{job.Id} and its files are deleted.", Components = [], Attachments = [] }, cancellation);
        files.Delete(job.Id);
        Log.Deleted(logger, job.Id, context.User.Id);
        await DeleteMessageAsync(context, job, isUnderPicture, cancellation);
    }

    private async Task DeleteMessageAsync(InteractionContext context, Job job, bool isUnderPicture, CancellationToken cancellation)
    {
        try
        {
            if (isUnderPicture)
                await rest.DeleteOriginalAsync(context.Interaction.ApplicationId, context.Interaction.Token, cancellation);
            else if (job.Reply is { Message: { } message, IsPrivate: false, IsBotInGuild: true })
                await rest.DeleteMessageAsync(job.Reply.Channel, message, cancellation);
        }
        catch (DiscordApiException exception)
        {
            // Gone already, or out of reach by now: what counts, the record and the files, is deleted.
            Log.MessageStays(logger, job.Id, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Job {Job} was deleted by {User}.")]
        public static partial void Deleted(ILogger logger, long job, Snowflake user);

        [LoggerMessage(2, LogLevel.Information, "The message of the deleted job {Job} was not deleted: {Reason}")]
        public static partial void MessageStays(ILogger logger, long job, string reason);
    }
}
