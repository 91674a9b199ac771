using System.Globalization;
using VqganBot.Bot.Commands;
using VqganBot.Bot.Imagine.Earlier;
using VqganBot.Bot.Imagine.Requests;
using VqganBot.Bot.Settings;
using VqganBot.CommandLine.Imagine;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine;

/// <summary>Variations: from the stored latent, so of pictures of any age, by command, by button and by menu.</summary>
internal sealed class VariationHandler(EarlierPictures earlier, JobSuggestions suggestions, JobStore store, UserSettingsStore settings, JobIntake intake)
{
    private const double UsualStrength = 0.4;

    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var options = OptionReader.Of(context.Interaction);
        var (id, tile) = options.String("of") is { } of ? Parse(of) : (Latest(context.User.Id), 1);
        return VaryAsync(
            context,
            earlier.Require(context, id),
            tile,
            order => order with
            {
                Prompt = PromptText.Check(options.String("prompt"), "prompt", CommandDefinitions.LongestPrompt) ?? order.Prompt,
                Strength = RequestReader.Strength(options) ?? order.Strength,
                Seed = RequestReader.Seed(options),
            },
            cancellation);
    }

    public Task SuggestAsync(InteractionContext context, CancellationToken cancellation) =>
        context.SuggestAsync(suggestions.Pictures(context.User.Id, OptionReader.Of(context.Interaction).Focused?.Text ?? ""), cancellation);

    /// <summary>A button; its number is the tile.</summary>
    public Task PressAsync(InteractionContext context, ButtonId button, CancellationToken cancellation) =>
        VaryAsync(context, earlier.Require(context, button.Job), Math.Max(1, button.Number), order => order, cancellation);

    /// <summary>Queues a variation of one picture of a job.</summary>
    public Task VaryAsync(InteractionContext context, Job job, int tile, Func<JobOrder, JobOrder> change, CancellationToken cancellation)
    {
        var order = change(job.Order with
        {
            Kind = JobKind.Variation,
            ParentJob = job.Id,
            ParentTile = tile,
            Count = 1,
            Seed = SeedSource.Draw(),
            Strength = UsualStrength,
            Steps = job.Order.PaintingSteps,
        });
        return intake.SubmitAsync(context, earlier.Wish(order, job, job.Reply.IsPrivate || settings.Of(context.User.Id).IsPrivate == true), cancellation);
    }

    private long Latest(Snowflake user) => store.OfUser(user, limit: 1, picturesOnly: true) is [var latest]
        ? latest.Id
        : throw new UserFacingException("You have no picture yet that could be varied. Paint one with `/imagine`.");

    /// <summary><c>12</c>, <c>#12</c>, or <c>12:3</c> for the third picture of a grid.</summary>
    private static (long Job, int Tile) Parse(string text)
    {
        var parts = text.Trim().TrimStart('#').Split(':');
        var tile = 1;
        return parts.Length <= 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var job)
            && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out tile))
            ? (job, tile)
            : throw new UserFacingException("The option `of` takes the number of a picture, such as `12`, or `12:3` for the third one of a grid. Yours appear while you type.");
    }
}
