using VqganBot.Bot.Commands;
using VqganBot.Bot.Replies.Wording;
using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine.Earlier;

/// <summary>The earlier jobs that requests are about: who may use them, and what is left of them.</summary>
internal sealed class EarlierPictures(JobStore store, JobFiles files)
{
    /// <summary>A job that the person may see: their own, or an open one of the same channel.</summary>
    /// <exception cref="UserFacingException">There is none, or it is somebody else's; the answer does not tell which.</exception>
    public Job Require(InteractionContext context, long id)
    {
        var job = store.Find(id);
        return job is not null && Ownership.CanSee(context, job)
            ? job
            : throw new UserFacingException($"There is no picture #{id} here. It may have been deleted, be private, or belong to another channel.");
    }

    /// <summary>Whether a variation or more steps are possible: its state is there.</summary>
    /// <exception cref="UserFacingException">It is not finished, or not kept any more.</exception>
    public void RequireState(Job job, int tile)
    {
        if (job.PaintedAt is null)
            throw new UserFacingException($"Job #{job.Id} has no finished picture to go on from.");
        var finished = FinishedTiles.Of(job);
        if (tile < 1 || tile > finished)
            throw new UserFacingException($"Job #{job.Id} has {finished} picture{(finished == 1 ? "" : "s")}, and none with the number {tile}.");
        if (!File.Exists(files.State(job.Id, tile)))
            throw new UserFacingException($"The picture #{job.Id} is too old: its files are not kept any more. *Remix* or `/imagine` with its seed paints it again.");
    }

    /// <summary>
    /// The order that paints the job anew: its own, or, where it was a picture painted further, that of the picture it
    /// began with, with the steps of both. The job tells where its start image lies.
    /// </summary>
    public (JobOrder Order, Job Root) Anew(Job job)
    {
        var (root, added) = (job, 0);
        while (root.Order is { Kind: JobKind.MoreSteps, ParentJob: { } parent } && store.Find(parent) is { } earlier)
        {
            added += root.Order.Steps;
            root = earlier;
        }

        var order = root.Order with { Steps = Math.Min(root.Order.Steps + added, CommandDefinitions.MostSteps) };
        if (root.Id != job.Id) order = order with { Count = 1, Seed = job.Order.Seed };
        // Of further steps whose beginning is forgotten the words and settings are all there; of a refined draft they are what counts.
        if (order.Kind is JobKind.MoreSteps or JobKind.Refine) order = order with { Kind = JobKind.Imagine, ParentJob = null, ParentTile = 1 };
        return (order, root);
    }

    /// <summary>A wish for an order made of an earlier job's, with all that it starts from.</summary>
    /// <param name="root">Has the pictures of the order in its folder: the job of the order, or what <see cref="Anew"/> says.</param>
    public JobWish Wish(JobOrder order, Job root, bool isPrivate)
    {
        if (order is { Kind: JobKind.Variation or JobKind.Refine, ParentJob: { } parent })
            RequireState(store.Find(parent) ?? throw new UserFacingException($"The picture #{parent}, which this is a variation of, is not kept any more."), order.ParentTile);
        // What begins with another picture's latent has that for a start.
        var startImage = order is { Kind: JobKind.Imagine, HasStartImage: true } ? files.StartImage(root.Id) : null;
        string[] imagePrompts = [.. Enumerable.Range(1, order.ImagePrompts).Select(number => files.ImagePrompt(root.Id, number))];
        if (startImage is not null && !File.Exists(startImage))
            throw new UserFacingException($"The start image of job #{root.Id} is not kept any more. Attach it again with `/imagine`.");
        if (!imagePrompts.All(File.Exists))
            throw new UserFacingException($"The pictures that job #{root.Id} was blended from are not kept any more. Attach them again with `/blend`.");
        return new JobWish(order, isPrivate, token => ReadAsync(startImage, imagePrompts, token));
    }

    private static async Task<JobPictures> ReadAsync(string? startImage, IReadOnlyList<string> imagePrompts, CancellationToken cancellation) => new(
        startImage is null ? null : await File.ReadAllBytesAsync(startImage, cancellation),
        await Task.WhenAll(imagePrompts.Select(path => File.ReadAllBytesAsync(path, cancellation))));
}
