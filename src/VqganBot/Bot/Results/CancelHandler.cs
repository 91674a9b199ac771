using VqganBot.Bot.Commands;
using VqganBot.Bot.Replies;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results;

/// <summary><c>/cancel [job]</c>: the only one, the one that is named, or one of a list.</summary>
internal sealed class CancelHandler(ResultJobs jobs, StopHandler stop)
{
    private const int MostListed = 5;

    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        if (OptionReader.Of(context.Interaction).Integer("job") is { } id)
            return CancelAsync(context, jobs.Require(context, id), cancellation);

        var active = jobs.Active(context.User.Id);
        return active switch
        {
            [] => throw new UserFacingException("You have nothing in the queue."),
            [var only] => CancelAsync(context, only, cancellation),
            _ => ListAsync(context, active, cancellation),
        };
    }

    public Task SuggestAsync(InteractionContext context, CancellationToken cancellation) =>
        context.SuggestAsync(ResultJobs.Suggest(context, jobs.Active(context.User.Id)), cancellation);

    private Task CancelAsync(InteractionContext context, Job job, CancellationToken cancellation)
    {
        Ownership.Require(context, job);
        var text = stop.Stop(context, job) ? $"✖️ Job #{job.Id} is cancelled." : StopHandler.TooLate(job);
        return context.AnswerAsync(new MessageBody { Content = text }, isPrivate: true, cancellation);
    }

    private static Task ListAsync(InteractionContext context, IReadOnlyList<Job> active, CancellationToken cancellation)
    {
        var listed = active.Take(MostListed).ToList();
        var lines = listed.Select(job => $"{StateText.Icon(job)} **#{job.Id}** {Echo.Prompt(job.Order.Title, 100)}");
        var buttons = listed.Select(job => Component.Button(new ButtonId(ButtonActions.Stop, job.Id).ToString(), $"Cancel #{job.Id}", ButtonStyle.Danger));
        return context.AnswerAsync(
            new MessageBody { Content = string.Join('\n', lines.Prepend("Which one?")), Components = [Component.Row([.. buttons])] }, isPrivate: true, cancellation);
    }
}
