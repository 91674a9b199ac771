using System.Globalization;
using VqganBot.Bot.Commands;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Replies.Wording;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine.Earlier;

/// <summary>A person's own jobs, as suggestions while they type: by number or by words of the prompt.</summary>
internal sealed class JobSuggestions(JobStore store)
{
    private const int Recent = 100;

    /// <summary>Finished pictures, each of a grid by itself; the value is <c>12</c> or <c>12:3</c>.</summary>
    public IReadOnlyList<ApplicationCommandChoice> Pictures(Snowflake user, string typed) =>
    [
        .. Matching(store.OfUser(user, Recent, picturesOnly: true), typed)
            .SelectMany(job => job.Order.Count == 1
                ? [ApplicationCommandChoice.Of(Label($"#{job.Id}", job), Number(job.Id))]
                : Enumerable.Range(1, FinishedTiles.Of(job)).Select(tile => ApplicationCommandChoice.Of(Label($"#{job.Id}, picture {tile}", job), $"{Number(job.Id)}:{Number(tile)}")))
            .Take(CommandDefinitions.MostSuggestions),
    ];

    private static IEnumerable<Job> Matching(IEnumerable<Job> jobs, string typed)
    {
        var words = typed.Trim().TrimStart('#');
        return jobs.Where(job => Number(job.Id).StartsWith(words, StringComparison.Ordinal) || job.Order.Title.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    private static string Label(string number, Job job) => Echo.Plain($"{number}: {job.Order.Title}", CommandDefinitions.LongestName);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
