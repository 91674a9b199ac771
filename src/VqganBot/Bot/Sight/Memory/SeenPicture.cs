namespace VqganBot.Bot.Sight;

/// <summary>A picture of a job, and where it lies in CLIP's space.</summary>
/// <param name="Tile">From 1.</param>
/// <param name="Vector">Of unit length.</param>
internal sealed record SeenPicture(long Job, int Tile, Whereabouts Place, float[] Vector);
