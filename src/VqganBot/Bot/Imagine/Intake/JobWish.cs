using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine;

/// <summary>What a handler makes of a request, before it is a job.</summary>
/// <param name="Pictures">Brings the pictures that it begins with; asked after the acknowledgement, since it may take a while.</param>
internal sealed record JobWish(JobOrder Order, bool IsPrivate, Func<CancellationToken, Task<JobPictures>>? Pictures = null);
