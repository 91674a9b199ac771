using VqganBot.Bot.Results.Pages;
using VqganBot.Generation.Classification;
using VqganBot.Jobs;

namespace VqganBot.Bot.Sight;

/// <summary>
/// The pictures nearest to a point in CLIP's space, among those that whoever asks may see: of each job its nearest. Which there
/// are is asked of the database each time; the vectors of the last search are kept, so that leafing on and searching again read none.
/// </summary>
internal sealed class PictureFinder(EmbeddingStore store, JobStore jobs, SightOptions options)
{
    // The database serves everybody, so it is not held for all vectors in one go.
    private const int JobsAtOnce = 200;

    private volatile Kept _kept = new("", new Dictionary<SeenPicture, float[]>());

    public IReadOnlyList<PageItem> Find(InteractionContext context, string clip, float[] point, int skip, int most)
    {
        SeenPicture[] visible =
        [
            .. store.Newest(context.Interaction.GuildId, context.User.Id, clip, options.MostSearched).Where(picture => Ownership.CanSee(context, picture.Place)),
        ];
        return
        [
            .. Vectors(clip, visible)
                .GroupBy(seen => seen.Key.Job, (_, ofJob) => ofJob.Select(seen => (Picture: seen.Key, Cosine: UnitVector.Dot(seen.Value, point))).MaxBy(seen => seen.Cosine))
                .OrderByDescending(seen => seen.Cosine).ThenByDescending(seen => seen.Picture.Job)
                .Skip(skip).Take(most)
                // It may have been deleted just now.
                .Select(seen => jobs.Find(seen.Picture.Job) is { } job && Ownership.CanSee(context, job) ? new PageItem(job, seen.Picture.Tile) : null)
                .OfType<PageItem>(),
        ];
    }

    private Dictionary<SeenPicture, float[]> Vectors(string clip, IReadOnlyCollection<SeenPicture> pictures)
    {
        var kept = _kept;
        var vectors = new Dictionary<SeenPicture, float[]>(pictures.Count);
        var missing = new Dictionary<(long Job, int Tile), SeenPicture>();
        foreach (var picture in pictures)
        {
            if (kept.Clip == clip && kept.Vectors.TryGetValue(picture, out var vector)) vectors[picture] = vector;
            else missing[(picture.Job, picture.Tile)] = picture;
        }

        foreach (var some in missing.Values.Select(picture => picture.Job).Distinct().Chunk(JobsAtOnce))
        {
            foreach (var (job, tile, vector) in store.Vectors(clip, some))
            {
                if (missing.TryGetValue((job, tile), out var picture)) vectors[picture] = vector;
            }
        }

        // What was deleted is in no list of pictures any more, and so not kept here either.
        _kept = new Kept(clip, vectors);
        return vectors;
    }

    private sealed record Kept(string Clip, IReadOnlyDictionary<SeenPicture, float[]> Vectors);
}
