using VqganBot.Jobs;

namespace VqganBot.CommandLine.Bench;

/// <summary>A generator whose pictures are painted as soon as they are asked for.</summary>
internal sealed class IdleGenerator : IImageGenerator
{
    public void Prepare()
    {
    }

    public IGeneration Begin(GenerationTask task) => new IdleGeneration(task.Job.Order);

    public Round Advance(IReadOnlyList<IGeneration> generations, int most)
    {
        var pictures = Slots.Deal([.. generations.Select(_ => 1)], most);
        foreach (var (generation, _) in generations.Cast<IdleGeneration>().Zip(pictures).Where(pair => pair.Second > 0)) generation.End();
        return new Round(pictures, Batches: 1);
    }

    public void Dispose()
    {
    }
}
