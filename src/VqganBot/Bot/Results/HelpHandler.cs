using VqganBot.Bot.Commands;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Results;

/// <summary><c>/help [topic]</c></summary>
internal sealed class HelpHandler(CommandMentions mentions)
{
    public Task HandleAsync(InteractionContext context, CancellationToken cancellation) =>
        context.AnswerAsync(new MessageBody { Content = HelpText.Of(OptionReader.Of(context.Interaction).String("topic"), mentions) }, isPrivate: true, cancellation);
}
