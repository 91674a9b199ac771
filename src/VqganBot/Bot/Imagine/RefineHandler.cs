using VqganBot.Bot.Imagine.Earlier;
using VqganBot.Bot.Settings;
using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine;

/// <summary>Refine: a draft, painted by VQGAN+CLIP from where it stands.</summary>
internal sealed class RefineHandler(EarlierPictures earlier, UserSettingsStore settings, JobIntake intake)
{
    /// <summary>The button's number is the tile.</summary>
    public Task PressAsync(InteractionContext context, ButtonId button, CancellationToken cancellation)
    {
        var job = earlier.Require(context, button.Job);
        if (job.Order.Kind != JobKind.Draft)
            throw new UserFacingException($"The picture #{job.Id} is painted already. *More steps* goes on with it.");
        var order = job.Order with
        {
            Kind = JobKind.Refine,
            ParentJob = job.Id,
            ParentTile = button.Number,
            Count = 1,
            Steps = job.Order.PaintingSteps,
        };
        var isPrivate = job.Reply.IsPrivate || settings.Of(context.User.Id).IsPrivate == true;
        return intake.SubmitAsync(context, earlier.Wish(order, job, isPrivate), cancellation);
    }
}
