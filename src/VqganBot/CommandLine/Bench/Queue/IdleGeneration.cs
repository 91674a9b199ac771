using VqganBot.Jobs;

namespace VqganBot.CommandLine.Bench;

/// <summary>A job of which nothing is painted.</summary>
internal sealed class IdleGeneration(JobOrder order) : IGeneration
{
    public GenerationOutcome? Outcome { get; private set; }

    public Exception? Failure => null;

    public void End() => Outcome = new GenerationOutcome(StopRequest.None, order.Steps, Pictures: 1, Similarity: null, Note: null);

    public void Dispose()
    {
    }
}
