using System.Runtime.ExceptionServices;
using VqganBot.Jobs;

namespace VqganBot.Generation.Tests.Jobs;

/// <summary>What the worker does with one job that has the generator to itself.</summary>
internal static class Generating
{
    public static GenerationOutcome Generate(this IImageGenerator generator, GenerationTask task, int most)
    {
        using var generation = generator.Begin(task);
        while (generation is { Outcome: null, Failure: null }) generator.Advance([generation], most);
        if (generation.Failure is { } failure) ExceptionDispatchInfo.Throw(failure);
        return generation.Outcome!;
    }
}
