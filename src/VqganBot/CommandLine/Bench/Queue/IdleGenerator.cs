using VqganBot.Jobs;

namespace VqganBot.CommandLine.Bench;

/// <summary>A generator whose jobs are over as soon as they are begun.</summary>
internal sealed class IdleGenerator : IImageGenerator
{
    public void Prepare()
    {
    }

    public IGeneration Begin(GenerationTask task) => new Idling(new GenerationOutcome(StopRequest.None, task.Job.Order.Steps, 1, null, null));

    public Round Advance(IReadOnlyList<IGeneration> generations, int most) => new([.. generations.Select(_ => 0)], 0);

    public void Dispose()
    {
    }

    private sealed class Idling(GenerationOutcome outcome) : IGeneration
    {
        public GenerationOutcome? Outcome => outcome;

        public Exception? Failure => null;

        public void Dispose()
        {
        }
    }
}
