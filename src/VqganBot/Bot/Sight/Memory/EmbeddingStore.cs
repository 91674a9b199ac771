using System.Runtime.InteropServices;
using Dapper;
using VqganBot.Discord.Wire;
using VqganBot.Storage;

namespace VqganBot.Bot.Sight;

/// <summary>Where each picture lies in CLIP's space. The rows go with their job.</summary>
internal sealed class EmbeddingStore(Database database)
{
    /// <summary>Jobs with pictures that this CLIP has not seen, the newest first.</summary>
    public IReadOnlyList<long> Unseen(string clip) => database.Read(connection => connection.Query<long>(
        """
        SELECT id FROM jobs
        WHERE state IN ('Painted', 'Delivered') AND NOT EXISTS (SELECT 1 FROM embeddings WHERE job = jobs.id AND clip = @clip)
        ORDER BY id DESC
        """,
        new { clip }).ToList());

    /// <summary>All pictures of a job at once, in place of what another CLIP saw. Nothing happens when the job was deleted meanwhile.</summary>
    /// <param name="vectors">By the number of the picture.</param>
    public void Keep(long job, string clip, IReadOnlyDictionary<int, float[]> vectors) => database.Write(connection =>
    {
        connection.Execute("DELETE FROM embeddings WHERE job = @job", new { job });
        foreach (var (tile, vector) in vectors)
        {
            connection.Execute(
                "INSERT INTO embeddings (job, tile, clip, vector) SELECT id, @tile, @clip, @vector FROM jobs WHERE id = @job",
                new { job, tile, clip, vector = MemoryMarshal.AsBytes(vector.AsSpan()).ToArray() });
        }
    });

    /// <summary>The newest pictures that were shown on a server; outside of servers, those of a user.</summary>
    public IReadOnlyList<SeenPicture> Newest(Snowflake? guild, Snowflake user, string clip, int most) => database.Read(connection => connection.Query<Row>(
        """
        SELECT
            job AS Job, tile AS Tile, vector AS Vector,
            user AS User, guild AS Guild, reply_channel AS Channel, message AS Message, is_private AS IsPrivate
        FROM embeddings JOIN jobs ON jobs.id = embeddings.job
        WHERE clip = @clip AND state = 'Delivered' AND (CASE WHEN @guild IS NULL THEN user = @user ELSE guild = @guild END)
        ORDER BY job DESC LIMIT @most
        """,
        new { guild, user, clip, most }).Select(row => row.ToPicture()).ToList());

    private sealed record Row
    {
        public long Job { get; init; }

        public int Tile { get; init; }

        public byte[] Vector { get; init; } = [];

        public Snowflake User { get; init; }

        public Snowflake? Guild { get; init; }

        public Snowflake Channel { get; init; }

        public Snowflake? Message { get; init; }

        public bool IsPrivate { get; init; }

        public SeenPicture ToPicture() => new(Job, Tile, new Whereabouts(User, Guild, Channel, Message, IsPrivate), MemoryMarshal.Cast<byte, float>(Vector).ToArray());
    }
}
