using VqganBot.Bot.Imagine.Earlier;
using VqganBot.Bot.Replies.Wording;
using VqganBot.Bot.Settings;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine;

/// <summary>More steps: the stored state of a picture, painted further by as many steps again.</summary>
internal sealed class MoreStepsHandler(EarlierPictures earlier, UserSettingsStore settings, JobIntake intake)
{
    /// <summary>The button's number is the tile; without one, whoever pressed it under a grid is asked.</summary>
    public Task PressAsync(InteractionContext context, ButtonId button, CancellationToken cancellation)
    {
        var job = earlier.Require(context, button.Job);
        if (job.Order.Kind == JobKind.Draft)
            throw new UserFacingException($"#{job.Id} are drafts, which have no steps to add to. *Refine* one of them first.");
        if (button.Number == 0 && FinishedTiles.Of(job) > 1) return TileQuestion.AskAsync(context, job, ButtonActions.MoreSteps, cancellation);

        var tile = Math.Max(1, button.Number);
        earlier.RequireState(job, tile);
        var order = job.Order with
        {
            Kind = JobKind.MoreSteps,
            ParentJob = job.Id,
            ParentTile = tile,
            Count = 1,
            Seed = unchecked(job.Order.Seed + (ulong)(tile - 1)),
            Strength = null,
        };
        var isPrivate = job.Reply.IsPrivate || settings.Of(context.User.Id).IsPrivate == true;
        return intake.SubmitAsync(context, earlier.Wish(order, job, isPrivate), cancellation);
    }
}
