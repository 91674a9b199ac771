namespace VqganBot.Tests.Jobs.Kill;

/// <summary>A line of the log: <c>asked interaction</c>, <c>queued interaction job</c>, <c>cancelled job</c>, <c>begin|save|done job tile step</c>, <c>posted|again|delivered job</c>.</summary>
internal sealed record LoggedEvent(string What, long[] Numbers);
