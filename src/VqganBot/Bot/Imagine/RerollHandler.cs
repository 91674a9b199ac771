using VqganBot.Bot.Imagine.Earlier;
using VqganBot.Bot.Settings;
using VqganBot.CommandLine.Imagine;

namespace VqganBot.Bot.Imagine;

/// <summary>Re-roll: the same order with another seed.</summary>
internal sealed class RerollHandler(EarlierPictures earlier, UserSettingsStore settings, JobIntake intake)
{
    public Task PressAsync(InteractionContext context, ButtonId button, CancellationToken cancellation)
    {
        var job = earlier.Require(context, button.Job);
        var (order, root) = earlier.Anew(job);
        var isPrivate = job.Reply.IsPrivate || settings.Of(context.User.Id).IsPrivate == true;
        return intake.SubmitAsync(context, earlier.Wish(order with { Seed = SeedSource.Draw() }, root, isPrivate), cancellation);
    }
}
