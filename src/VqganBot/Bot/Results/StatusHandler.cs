using VqganBot.Bot.Commands;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Results;

/// <summary><c>/status [job]</c></summary>
internal sealed class StatusHandler(ResultJobs jobs, QueueStatus status)
{
    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var text = OptionReader.Of(context.Interaction).Integer("job") is { } id
            ? status.Text(jobs.Require(context, id))
            : status.Text(context, Requesters.Of(context.Interaction));
        return context.AnswerAsync(new MessageBody { Content = text }, isPrivate: true, cancellation);
    }

    public Task SuggestAsync(InteractionContext context, CancellationToken cancellation) =>
        context.SuggestAsync(ResultJobs.Suggest(context, jobs.Active(context.User.Id)), cancellation);
}
