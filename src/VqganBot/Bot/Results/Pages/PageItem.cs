using VqganBot.Jobs;

namespace VqganBot.Bot.Results.Pages;

/// <summary>What a page shows: a job, or one picture of it.</summary>
/// <param name="Tile">From 1; null for all that the job has.</param>
internal sealed record PageItem(Job Job, int? Tile = null);
