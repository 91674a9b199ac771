using VqganBot.Bot.Replies;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results;

/// <summary>The button that cancels a job, under its reply or in the list of <c>/cancel</c>.</summary>
internal sealed class StopHandler(ResultJobs jobs, JobQueue queue, JobStore store, Delivery delivery)
{
    public async Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var (job, _) = jobs.OfButton(context);
        Ownership.Require(context, job);
        if (context.Interaction.Message?.Id == job.Reply.Message)
        {
            await context.DeferUpdateAsync(cancellation);
            FreshToken.Take(context, job, store);
            if (!Stop(context, job)) await context.TellPrivatelyAsync(TooLate(job), cancellation);
        }
        else
        {
            var text = Stop(context, job) ? $"✖️ Job #{job.Id} is cancelled." : TooLate(job);
            await context.UpdateAsync(new MessageBody { Content = text, Components = [] }, cancellation);
        }
    }

    /// <summary>False when it was over already.</summary>
    public bool Stop(InteractionContext context, Job job)
    {
        var stopped = queue.Stop(job.Id, StopRequest.Drop, Ownership.IsOwner(context, job) ? "As its requester wished." : "By a moderator.");
        delivery.Wake();
        return stopped;
    }

    public static string TooLate(Job job) => $"Job #{job.Id} was over already.";
}
