namespace VqganBot.Jobs;

/// <summary>Makes the generator when it is first needed, on the thread that needs it, and again when that failed.</summary>
internal sealed class LazyGenerator(Func<IImageGenerator> create) : IImageGenerator
{
    private IImageGenerator? _generator;

    private IImageGenerator Generator => _generator ??= create();

    public void Prepare() => Generator.Prepare();

    public IGeneration Begin(GenerationTask task) => Generator.Begin(task);

    public Round Advance(IReadOnlyList<IGeneration> generations, int most) => Generator.Advance(generations, most);

    public void Dispose() => _generator?.Dispose();
}
