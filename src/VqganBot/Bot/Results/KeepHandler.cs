using VqganBot.Bot.Replies;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results;

/// <summary>The button that ends a painting early: what is there is the picture.</summary>
internal sealed class KeepHandler(ResultJobs jobs, JobQueue queue, JobStore store)
{
    public async Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var (job, _) = jobs.OfButton(context);
        Ownership.Require(context, job);
        await context.DeferUpdateAsync(cancellation);
        FreshToken.Take(context, job, store);
        if (job.State != JobState.Painting || !queue.Stop(job.Id, StopRequest.Keep, "Kept as it was."))
            await context.TellPrivatelyAsync($"Job #{job.Id} is not being painted at the moment.", cancellation);
    }
}
