using VqganBot.Bot.Results.Pages;
using VqganBot.Generation.Classification;
using VqganBot.Jobs;

namespace VqganBot.Bot.Sight;

/// <summary>The pictures nearest to a point in CLIP's space, among those that whoever asks may see: of each job its nearest.</summary>
internal sealed class PictureFinder(EmbeddingStore store, JobStore jobs, SightOptions options)
{
    public IReadOnlyList<PageItem> Find(InteractionContext context, string clip, float[] point, int skip, int most) =>
    [
        .. store.Newest(context.Interaction.GuildId, context.User.Id, clip, options.MostSearched)
            .Where(picture => Ownership.CanSee(context, picture.Place))
            .Select(picture => (Picture: picture, Cosine: UnitVector.Dot(picture.Vector, point)))
            .GroupBy(seen => seen.Picture.Job, (_, ofJob) => ofJob.MaxBy(seen => seen.Cosine))
            .OrderByDescending(seen => seen.Cosine).ThenByDescending(seen => seen.Picture.Job)
            .Skip(skip).Take(most)
            // It may have been deleted just now.
            .Select(seen => jobs.Find(seen.Picture.Job) is { } job && Ownership.CanSee(context, job) ? new PageItem(job, seen.Picture.Tile) : null)
            .OfType<PageItem>(),
    ];
}
