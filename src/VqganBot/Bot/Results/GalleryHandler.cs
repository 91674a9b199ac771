using VqganBot.Bot.Commands;
using VqganBot.Bot.Results.Pages;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results;

/// <summary><c>/gallery [user]</c>: the pictures of a channel, or of somebody. What is private, or of another channel, only its owner sees.</summary>
internal sealed class GalleryHandler(JobStore store, ResultJobs jobs, PicturePages pages)
{
    private const int LastPage = 10_000;

    // Of one person, those that the asker may not see are left out after reading.
    private const int MostOfUser = 1000;

    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var button = ButtonId.Parse(context.Interaction.Data?.CustomId);
        var user = button is null ? OptionReader.Of(context.Interaction).Snowflake("user") : button.Job == 0 ? null : new Snowflake((ulong)button.Job);
        var number = Math.Clamp(button?.Number ?? 1, 1, LastPage);
        var skip = (number - 1) * Page.Size;
        var list = (user, context.Interaction.GuildId) switch
        {
            ({ } one, _) => OfUser(context, one, skip),
            (null, not null) when context.Interaction.ChannelId is { } here => store.OfChannel(here, Page.Size + 1, skip),
            // In direct messages there is nobody else.
            _ => OfUser(context, context.User.Id, skip),
        };
        if (list.Count == 0)
            throw new UserFacingException(number == 1 ? "There are no pictures here yet. Try `/imagine prompt:chicken surf`." : $"There is nothing on page {number}.");
        var title = user is { } whose ? $"Pictures of <@{whose}>" : context.Interaction.GuildId is null ? "Your pictures" : "Pictures of this channel";
        return pages.AnswerAsync(
            context, new Page(title, [.. list.Select(job => new PageItem(job))], number, page => new ButtonId(ButtonActions.Gallery, (long)(user?.Value ?? 0), page)), cancellation);
    }

    private IReadOnlyList<Job> OfUser(InteractionContext context, Snowflake user, int skip) =>
        [.. store.OfUser(user, MostOfUser, picturesOnly: true).Where(job => Ownership.CanSee(context, job) && jobs.HasPicture(job)).Skip(skip).Take(Page.Size + 1)];
}
