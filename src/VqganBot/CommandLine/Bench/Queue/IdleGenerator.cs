using VqganBot.Jobs;

namespace VqganBot.CommandLine.Bench;

/// <summary>A generator whose jobs are over as soon as they are begun.</summary>
internal sealed class IdleGenerator : IImageGenerator
{
    public void Prepare()
    {
    }

    public GenerationOutcome Generate(GenerationTask task) => new(StopRequest.None, task.Job.Order.Steps, null, null, null);

    public void Dispose()
    {
    }
}
