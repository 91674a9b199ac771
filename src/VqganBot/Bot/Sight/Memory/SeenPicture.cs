namespace VqganBot.Bot.Sight;

/// <summary>A picture of a job that CLIP has looked at.</summary>
/// <param name="Tile">From 1.</param>
internal sealed record SeenPicture(long Job, int Tile, Whereabouts Place);
