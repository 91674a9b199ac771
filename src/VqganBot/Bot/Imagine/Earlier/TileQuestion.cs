using VqganBot.Bot.Replies.Wording;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine.Earlier;

/// <summary>"Which one?": a private row of buttons, where a grid was pointed at and one picture of it is meant.</summary>
internal static class TileQuestion
{
    private const int ButtonsInRow = 5;

    public static Task AskAsync(InteractionContext context, Job job, string action, CancellationToken cancellation) => context.AnswerAsync(
        new MessageBody
        {
            Content = $"Job #{job.Id} has {FinishedTiles.Of(job)} pictures. Which one, counted from the upper left?",
            Components =
            [
                .. Enumerable.Range(1, FinishedTiles.Of(job))
                    .Select(tile => Component.Button(new ButtonId(action, job.Id, tile).ToString(), $"{tile}", ButtonStyle.Primary))
                    .Chunk(ButtonsInRow)
                    .Select(row => Component.Row(row)),
            ],
        },
        isPrivate: true,
        cancellation);
}
