namespace VqganBot.Jobs;

/// <summary>Paints the pictures of a job. Plain synchronous code on the thread that owns the GPU.</summary>
internal interface IImageGenerator : IDisposable
{
    /// <summary>Paints, or goes on from the states in the job's folder, and leaves pictures, grid, states and frames there.</summary>
    GenerationOutcome Generate(GenerationTask task);
}
