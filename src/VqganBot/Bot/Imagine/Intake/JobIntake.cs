using Microsoft.Extensions.Logging;
using VqganBot.Bot.Replies;
using VqganBot.Jobs;
using VqganBot.Limits;
using VqganBot.Moderation;

namespace VqganBot.Bot.Imagine;

/// <summary>The one way by which anything is queued. Acknowledged before all that may be slow; what follows edits.</summary>
internal sealed partial class JobIntake(JobQueue queue, LimitPolicy limits, ContentPolicy policy, ReplyUpdater replies, ILogger<JobIntake> logger)
{
    // The token lives 15 minutes; the last of them are left for delivering.
    private static readonly TimeSpan LongestUnreachable = TimeSpan.FromMinutes(12);

    public async Task SubmitAsync(InteractionContext context, JobWish wish, CancellationToken cancellation)
    {
        var requester = Requesters.Of(context.Interaction);
        policy.CheckRequester(requester);
        policy.Check(string.Join('\n', new[] { wish.Order.Prompt, wish.Order.Negative, wish.Order.StyleWords }.OfType<string>()), context);
        // Asked again when it is queued; asked here too, so that a refusal need not first show everybody that something was asked for.
        limits.CheckEnqueue(requester, wish.Order);
        if (!wish.IsPrivate) ReplyPlace.RequirePermissions(context.Interaction);

        await context.DeferAsync(wish.IsPrivate, cancellation);
        var pictures = wish.Pictures is null ? JobPictures.None : await wish.Pictures(cancellation);
        var order = wish.Order with { HasStartImage = pictures.StartImage is not null, ImagePrompts = pictures.ImagePrompts.Count };
        var address = ReplyPlace.AddressOf(context, wish.IsPrivate);
        if (address.IsPrivate || !address.IsBotInGuild) RefuseWhenTooLong(order, requester, context.Clock);

        var job = queue.Enqueue(new NewJob(context.Interaction.Id, requester, order, address, Pictures: pictures));
        Log.Queued(logger, job.Id, context.Interaction.Id, order.Kind, order.Count, order.Steps);
        replies.Announce(job);
    }

    private void RefuseWhenTooLong(JobOrder order, JobRequester requester, TimeProvider clock)
    {
        if (queue.Estimate(order, requester).EndsAt - clock.GetUtcNow() is not { } wait || wait <= LongestUnreachable) return;
        throw new UserFacingException(
            $"This would be done in about {Math.Ceiling(wait.TotalMinutes):0} minutes, and Discord lets me change an answer that only you see for no more than 15. Ask for it openly, for fewer steps, or again when the queue is shorter.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Job {Job} was queued by the interaction {Interaction}: {Kind}, {Count} picture(s) of {Steps} steps.")]
        public static partial void Queued(ILogger logger, long job, Discord.Wire.Snowflake interaction, JobKind kind, int count, int steps);
    }
}
