using VqganBot.Bot.Commands;
using VqganBot.Bot.Replies;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results;

/// <summary>The jobs that commands, buttons and menus are about. What may not be seen is answered as if it were not there.</summary>
internal sealed class ResultJobs(JobStore store, JobFiles files)
{
    /// <exception cref="UserFacingException">There is none that the person may see.</exception>
    public Job Require(InteractionContext context, long id) =>
        store.Find(id) is { } job && Ownership.CanSee(context, job)
            ? job
            : throw new UserFacingException($"There is no job #{id} here. It may have been deleted, be private, or belong to another channel.");

    /// <summary>The job of the button that was pressed, and the button's number.</summary>
    /// <exception cref="UserFacingException">The button is not one of ours, or its job is gone.</exception>
    public (Job Job, int Number) OfButton(InteractionContext context)
    {
        var button = ButtonId.Parse(context.Interaction.Data?.CustomId) ?? throw new UserFacingException("This button is of another version of the bot.");
        return (Require(context, button.Job), button.Number);
    }

    /// <exception cref="UserFacingException">It has no picture on disk.</exception>
    public void RequirePicture(Job job)
    {
        if (!HasPicture(job))
            throw new UserFacingException(job.IsActive
                ? $"Job #{job.Id} is not finished yet."
                : $"There is no picture of job #{job.Id}: it was not painted, or its files are not kept any more.");
    }

    /// <value>Whether its final picture lies on disk, also where it could not be shown.</value>
    public bool HasPicture(Job job) =>
        job.State is JobState.Painted or JobState.Delivered or JobState.Failed && File.Exists(files.Picture(job.Id, 1));

    public IReadOnlyList<Job> Active(Snowflake user) => [.. store.OfUser(user, 100).Where(job => job.State is JobState.Queued or JobState.Painting)];

    /// <summary>For the option that is typed: jobs of the person, told by number and prompt.</summary>
    public static IReadOnlyList<ApplicationCommandChoice> Suggest(InteractionContext context, IEnumerable<Job> jobs)
    {
        var typed = OptionReader.Of(context.Interaction).Focused?.Text.TrimStart('#') ?? "";
        return [.. jobs
            .Where(job => $"{job.Id}".StartsWith(typed, StringComparison.Ordinal) || job.Order.Title.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .Take(CommandDefinitions.MostSuggestions)
            .Select(job => ApplicationCommandChoice.Of(Name(job), job.Id))];
    }

    private static string Name(Job job)
    {
        var start = $"#{job.Id} {StateText.Icon(job)} ";
        return start + Echo.Plain(job.Order.Title, CommandDefinitions.LongestName - start.Length);
    }
}
