using VqganBot.Bot.Admin;
using VqganBot.Bot.Imagine;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Sight;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Settings;

/// <summary><c>/forget-me</c> asks whether it is meant; its buttons come here as well.</summary>
internal sealed class ForgetMeHandler(
    JobStore jobs, JobQueue queue, JobFiles files, ReplyUpdater replies, UserSettingsStore settings, PendingStartImages startImages, KeptAnswers answers,
    AuditStore audit)
{
    // The number of the button that changes nothing.
    private const int Keep = 1;

    public Task HandleAsync(InteractionContext context, CancellationToken cancellation) => context.Interaction.Type == InteractionType.MessageComponent
        ? PressedAsync(context, cancellation)
        : AskAsync(context, cancellation);

    private Task AskAsync(InteractionContext context, CancellationToken cancellation)
    {
        var user = IdOf(context.User);
        return context.AnswerAsync(
            new MessageBody
            {
                Content = "This deletes **all your pictures**, their words and settings, what of yours waits or is being painted, and your defaults. There is no way back.",
                Components =
                [
                    Component.Row(
                        Component.Button(new ButtonId(ButtonActions.Forget, user).ToString(), "Delete everything", ButtonStyle.Danger),
                        Component.Button(new ButtonId(ButtonActions.Forget, user, Keep).ToString(), "Keep it")),
                ],
            },
            isPrivate: true,
            cancellation);
    }

    private async Task PressedAsync(InteractionContext context, CancellationToken cancellation)
    {
        var button = ButtonId.Parse(context.Interaction.Data?.CustomId);
        if (button is null || button.Job != IdOf(context.User))
            throw new UserFacingException("This button is somebody else's. Use `/forget-me` yourself.");
        if (button.Number == Keep)
        {
            await context.UpdateAsync(new MessageBody { Content = "Nothing was deleted.", Components = [] }, cancellation);
            return;
        }

        // Many pictures take their time to delete.
        await context.DeferUpdateAsync(cancellation);
        var (forgotten, active) = Forget(context.User.Id);
        // Their records are gone, so nothing else would ever change what these still say and offer.
        foreach (var job in active) await replies.ForgetAsync(job, cancellation);
        await context.AnswerAsync(new MessageBody { Content = Told(forgotten), Components = [] }, isPrivate: true, cancellation);
    }

    private (int Count, IReadOnlyList<Job> Active) Forget(Snowflake user)
    {
        // All at once: nothing is queued or shown in between.
        var (ids, active) = jobs.Together(() =>
        {
            Job[] active = [.. jobs.OfUser(user, int.MaxValue).Where(job => job.IsActive)];
            foreach (var job in active)
                queue.Stop(job.Id, StopRequest.Drop, "The person who asked for it had everything deleted.");
            settings.Reset(user);
            startImages.Forget(user);
            answers.Forget(user);
            audit.Anonymise(user);
            return (jobs.Forget(user), active);
        });
        // The files of what is being painted are deleted by the painter, once it let go of them.
        foreach (var id in ids.Where(id => queue.Running.All(running => running.Job.Id != id)))
            files.Delete(id);
        return (ids.Count, active);
    }

    private static string Told(int jobs) =>
        $"Everything is deleted: {(jobs == 1 ? "1 job" : $"{jobs} jobs")} with {(jobs == 1 ? "its" : "their")} pictures, and your defaults.\n" +
        "-# What I posted in channels stays there until somebody deletes the message. `/privacy` tells what little is left for some days.";

    // Ids of Discord have 63 bits until the year 2084.
    private static long IdOf(User user) => (long)user.Id.Value;
}
