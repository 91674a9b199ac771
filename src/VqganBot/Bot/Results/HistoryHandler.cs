using VqganBot.Bot.Commands;
using VqganBot.Bot.Results.Pages;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results;

/// <summary><c>/history</c>: all one has asked for, with what became of it; also what could not be shown elsewhere.</summary>
internal sealed class HistoryHandler(JobStore store, PicturePages pages)
{
    private const int LastPage = 10_000;

    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var number = ButtonId.Parse(context.Interaction.Data?.CustomId)?.Number ?? OptionReader.Of(context.Interaction).Integer("page", 1, LastPage) ?? 1;
        number = Math.Clamp(number, 1, LastPage);
        var list = store.OfUser(context.User.Id, Page.Size + 1, (number - 1) * Page.Size);
        if (list.Count == 0)
            throw new UserFacingException(number == 1 ? "You have not painted anything yet. Try `/imagine prompt:chicken surf`." : $"There is nothing on page {number}.");
        return pages.AnswerAsync(
            context, new Page("Your pictures", [.. list.Select(job => new PageItem(job))], number, page => new ButtonId(ButtonActions.History, 0, page)), cancellation);
    }
}
