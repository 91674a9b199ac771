using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine;

/// <summary>What a handler makes of a request, before it is a job.</summary>
/// <param name="StartImage">Brings the start image as PNG; asked after the acknowledgement, since it may take a while.</param>
internal sealed record JobDraft(JobOrder Order, bool IsPrivate, Func<CancellationToken, Task<byte[]>>? StartImage = null);
