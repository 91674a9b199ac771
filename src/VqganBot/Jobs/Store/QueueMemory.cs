using Dapper;
using VqganBot.Storage;

namespace VqganBot.Jobs;

/// <summary>What the queue knows after a restart: whether it is paused, and how fast each model paints.</summary>
internal sealed class QueueMemory(Database database, TimeProvider clock)
{
    public bool IsPaused
    {
        get => database.Read(connection => connection.ExecuteScalar<string?>("SELECT value FROM queue_memory WHERE name = 'paused'")) == "yes";
        set => database.Write(connection => connection.Execute(
            "INSERT INTO queue_memory (name, value) VALUES ('paused', @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            new { value = value ? "yes" : "no" }));
    }

    /// <summary>The latest measured first.</summary>
    public IReadOnlyList<PaintingSpeed> Speeds() => database.Read(connection => connection.Query<PaintingSpeed>(
        """
        SELECT model AS Model, steps_per_second AS StepsPerSecond, pixel_steps_per_second AS PixelStepsPerSecond
        FROM painting_speed ORDER BY measured_at DESC
        """).ToList());

    public void Keep(PaintingSpeed speed) => database.Write(connection => connection.Execute(
        """
        INSERT INTO painting_speed (model, steps_per_second, pixel_steps_per_second, measured_at)
        VALUES (@Model, @StepsPerSecond, @PixelStepsPerSecond, @Now)
        ON CONFLICT (model) DO UPDATE SET
            steps_per_second = excluded.steps_per_second,
            pixel_steps_per_second = excluded.pixel_steps_per_second,
            measured_at = excluded.measured_at
        """,
        new { speed.Model, speed.StepsPerSecond, speed.PixelStepsPerSecond, Now = clock.GetUtcNow() }));
}
