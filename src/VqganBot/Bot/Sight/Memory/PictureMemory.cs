using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Replies.Live;
using VqganBot.Imaging;
using VqganBot.Jobs;

namespace VqganBot.Bot.Sight;

/// <summary>
/// Looks at every picture once it is painted, and remembers what it saw. What was painted before there was a memory, or before
/// another CLIP, is caught up with then too, the newest first; nothing is loaded before there is something to look at.
/// </summary>
internal sealed partial class PictureMemory(
    PictureDesk desk, EmbeddingStore store, JobStore jobs, JobFiles files, SightOptions options, ILogger<PictureMemory> logger) : BackgroundService, IJobReporter
{
    private readonly Signal _work = new();
    private volatile int _unseen;

    /// <value>Jobs whose pictures are still to be looked at, as far as is known.</value>
    public int Unseen => _unseen;

    /// <summary>There may be something to look at. Returns at once and never throws.</summary>
    public void Wake() => _work.Set();

    void IJobReporter.Started(Job job)
    {
    }

    bool IJobReporter.WantsFrame(long jobId) => false;

    void IJobReporter.Progressed(JobProgress progress)
    {
    }

    void IJobReporter.Left(Job job)
    {
        if (job.State == JobState.Painted) Wake();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Enabled)
        {
            await _work.WaitAsync(stoppingToken);
            try
            {
                await CatchUpAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Searching is the less for it; the next picture tries again.
                Log.Failed(logger, exception);
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        var clip = await desk.WorkAsync(reader => reader.Sum, cancellation);
        long[] unseen = [.. store.Unseen(clip).Where(job => File.Exists(files.Picture(job, 1)))];
        for (var seen = 0; seen < unseen.Length; seen++)
        {
            _unseen = unseen.Length - seen;
            var job = unseen[seen];
            // Piece by piece, so that people who ask come in between.
            var vectors = new Dictionary<int, float[]>();
            foreach (var tile in Enumerable.Range(1, jobs.Find(job)?.Order.Count ?? 0).Where(tile => File.Exists(files.Picture(job, tile))))
            {
                if (await desk.WorkAsync(reader => See(reader, files.Picture(job, tile)), cancellation) is { } vector) vectors[tile] = vector;
            }

            store.Keep(job, clip, vectors);
        }

        _unseen = 0;
    }

    private float[]? See(IPictureReader reader, string path)
    {
        try
        {
            return reader.See(ImageCodec.DecodeFile(path));
        }
        catch (Exception exception) when (exception is IOException or ImageCodecException)
        {
            // Deleted meanwhile, or damaged: it cannot be found, and that is all.
            Log.NotSeen(logger, path, exception.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Pictures could not be looked at; they are found by no search until they are.")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Information, "The picture {Path} could not be looked at: {Reason}")]
        public static partial void NotSeen(ILogger logger, string path, string reason);
    }
}
